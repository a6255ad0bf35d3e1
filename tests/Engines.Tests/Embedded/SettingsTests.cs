using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;

namespace PartnerTrust.Engines.Tests.Embedded;

/// <summary>OAuth configuration and authorization servers.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private static readonly Uri Autodiscover = new($"https://{Litware.Exchange}/autodiscover/autodiscover.svc");
    private Installation installation = null!;

    public async Task InitializeAsync() => installation = await Installation.StartAsync();

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Fact]
    public async Task Settings_are_the_products_defaults_until_they_are_written_and_after_they_are_put_back()
    {
        var defaults = OAuthConfigurationRules.Default(Estate.Lync);
        Assert.Equal(defaults, await installation.Engine.Reader.ReadSettingsAsync(Estate.Lync, Silence.Instance, default));
        Assert.Null(await installation.Engine.FindOriginalOAuthConfigurationAsync(Litware.Lync, default));

        var written = await installation.Engine.WriteOAuthConfigurationAsync(
            new SaveOAuthConfiguration(Litware.Lync, "contoso.com", Autodiscover, ["*.contoso.com"]), default);
        Assert.Equal(written, await installation.Engine.Reader.ReadSettingsAsync(Estate.Lync, Silence.Instance, default));
        Assert.Equal(defaults, await installation.Engine.FindOriginalOAuthConfigurationAsync(Litware.Lync, default));

        await installation.Engine.RestoreOAuthConfigurationAsync(defaults, default);
        Assert.Equal(defaults, await installation.Engine.Reader.ReadSettingsAsync(Estate.Lync, Silence.Instance, default));
        Assert.Null(await installation.Engine.FindOriginalOAuthConfigurationAsync(Litware.Lync, default));
    }

    [Fact]
    public async Task Refused_settings_leave_those_that_were_there()
    {
        var xml = new Uri($"https://{Litware.Exchange}/autodiscover/autodiscover.xml");

        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.WriteOAuthConfigurationAsync(new SaveOAuthConfiguration(Litware.Lync, null, xml, []), default));

        Assert.Null((await installation.Engine.Reader.ReadSettingsAsync(Estate.Lync, Silence.Instance, default)).ExchangeAutodiscoverUrl);
    }

    [Fact]
    public async Task An_authorization_server_keeps_a_copy_of_the_keys_until_it_is_written_anew()
    {
        await installation.EstablishAsync();
        var request = new SaveAuthorizationServer(Litware.Exchange, new AuthorizationServerDraft("Token server", Estate.Lync.MetadataUrl, null));

        await installation.Engine.CreateAuthorizationServerAsync(request, default);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        var stale = await installation.Engine.FindAuthorizationServerAsync(Litware.Exchange, "token server", default);
        var fresh = await installation.Engine.UpdateAuthorizationServerAsync(request, default);

        Assert.Equal(Certs.Public(0), Assert.Single(stale!.TrustedKeys!.Value));
        Assert.Equal([Certs.Public(2), Certs.Public(0)], fresh.TrustedKeys!.Value.AsEnumerable());
        Assert.Equal([fresh], await installation.Engine.ListAuthorizationServersAsync(Litware.Exchange, default));
    }

    [Fact]
    public async Task A_second_authorization_server_of_the_name_and_an_update_of_a_missing_one_are_refused()
    {
        await installation.EstablishAsync();
        var request = new SaveAuthorizationServer(Litware.Exchange, new AuthorizationServerDraft("Token server", Estate.Lync.MetadataUrl, null));

        Assert.Equal("PT7017", await RefusalAsync(() => installation.Engine.UpdateAuthorizationServerAsync(request, default)));
        await installation.Engine.CreateAuthorizationServerAsync(request, default);
        Assert.Equal("PT7016", await RefusalAsync(() => installation.Engine.CreateAuthorizationServerAsync(request, default)));

        await installation.Engine.RemoveAuthorizationServerAsync(Litware.Exchange, "Token server", default);
        await installation.Engine.RemoveAuthorizationServerAsync(Litware.Exchange, "Token server", default);
        Assert.Empty(await installation.Engine.ListAuthorizationServersAsync(Litware.Exchange, default));
    }

    [Fact]
    public async Task An_update_does_not_make_a_record_one_of_another_token_server()
    {
        await installation.EstablishAsync();
        var request = new SaveAuthorizationServer(Litware.Exchange, new AuthorizationServerDraft("Token server", Estate.Lync.MetadataUrl, null));
        var made = await installation.Engine.CreateAuthorizationServerAsync(request, default);

        Assert.Equal("PT4002", await RefusalAsync(() => installation.Engine.UpdateAuthorizationServerAsync(
            request with { Draft = request.Draft with { AuthMetadataUrl = Estate.Exchange.MetadataUrl } }, default)));

        Assert.Equal([made], await installation.Engine.ListAuthorizationServersAsync(Litware.Exchange, default));
    }

    private static async Task<string> RefusalAsync(Func<Task> operation) =>
        (await Assert.ThrowsAsync<FaultException>(operation)).Faults.Single().Code;
}
