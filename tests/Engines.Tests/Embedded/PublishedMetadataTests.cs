using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.Embedded;

public sealed class PublishedMetadataTests : IAsyncLifetime
{
    private static readonly PublishMetadata OfLync = new(Litware.Lync, Estate.Lync.MetadataUrl, false);
    private Installation installation = null!;

    public async Task InitializeAsync() => installation = await Installation.StartAsync();

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Fact]
    public async Task What_is_published_is_what_a_consumer_fetches()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(0)), default);

        var published = await installation.Engine.PublishMetadataAsync(OfLync, default);

        Assert.Equal(published, await installation.Engine.FetchMetadataAsync(new FetchMetadata(OfLync.Url, false), default));
        Assert.Equal(published, (await FindAsync())!.Document);
    }

    [Fact]
    public async Task A_server_without_a_certificate_publishes_nothing()
    {
        await Assert.ThrowsAsync<FaultException>(() => installation.Engine.PublishMetadataAsync(OfLync, default));

        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_server_that_lost_its_certificate_still_publishes_there_but_has_no_document()
    {
        await installation.EstablishAsync();
        await installation.Engine.UnbindCertificateAsync(Litware.Lync, default);

        await IsWithoutDocumentAsync("PT3021");

        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        Assert.Equal<SigningCertificate>([Certs.Public(2)], (await FindAsync())!.Document!.Keys);
    }

    [Fact]
    public async Task A_certificate_staged_on_a_server_that_has_none_makes_no_document_before_its_date()
    {
        var effective = Certs.Now.AddDays(3);
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(0), effective), default);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => installation.Engine.PublishMetadataAsync(OfLync, default));
        Assert.Equal("PT3021", refusal.Faults.Single().Code);
        Assert.Contains("2026-03-04", refusal.Faults.Single().Found, StringComparison.Ordinal);

        installation.Time.SetUtcNow(effective);
        await installation.Engine.PublishMetadataAsync(OfLync, default);
        Assert.Equal<SigningCertificate>(
            [Certs.Public(0)], (await installation.Engine.FetchMetadataAsync(new FetchMetadata(OfLync.Url, false), default)).Keys);
    }

    [Fact]
    public async Task An_expired_signer_ends_the_document()
    {
        await installation.EstablishAsync();

        installation.Time.SetUtcNow(Certs.Public(0).NotAfter.AddSeconds(1));

        await IsWithoutDocumentAsync("PT3021");
    }

    [Fact]
    public async Task A_signer_without_its_private_key_makes_no_document()
    {
        await installation.EstablishAsync();
        await using (var lab = await EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default))
        {
            await lab.ForgetPrivateKeyAsync(Litware.Lync, Certs.Public(0).Thumbprint, default);
        }

        await IsWithoutDocumentAsync("PT2005");
    }

    [Fact]
    public async Task A_server_publishes_at_several_urls_each_of_its_own()
    {
        await installation.EstablishAsync();
        var mail = new Uri("https://mail.litwareinc.com/autodiscover/metadata/json/1");
        await installation.Engine.PublishMetadataAsync(new PublishMetadata(Litware.Exchange, mail, false), default);

        var (first, second) = (await FindAsync(Litware.Exchange, Estate.Exchange.MetadataUrl), await FindAsync(Litware.Exchange, mail));
        Assert.Equal<SigningCertificate>(first!.Document!.Keys, second!.Document!.Keys);
        Assert.Equal(second.Document, await installation.Engine.FetchMetadataAsync(new FetchMetadata(mail, false), default));
        Assert.True((await CheckAsync()).Succeeded);
        await PointLyncAsync("mail.litwareinc.com");
        Assert.True((await CheckAsync()).Succeeded);

        await installation.Engine.WithdrawMetadataAsync(Litware.Exchange, mail, default);

        Assert.Null(await FindAsync(Litware.Exchange, mail));
        Assert.NotNull((await FindAsync(Litware.Exchange, Estate.Exchange.MetadataUrl))!.Document);
        Assert.False((await CheckAsync()).Succeeded);
        await PointLyncAsync(Litware.Exchange);
        Assert.True((await CheckAsync()).Succeeded);
    }

    [Fact]
    public async Task A_url_of_another_server_is_refused()
    {
        await installation.EstablishAsync();

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.PublishMetadataAsync(OfLync with { Server = Litware.Exchange }, default));

        Assert.Equal("PT7015", refusal.Faults.Single().Code);
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task Withdrawing_touches_only_ones_own_and_can_be_repeated()
    {
        await installation.EstablishAsync();

        await installation.Engine.WithdrawMetadataAsync(Litware.Exchange, OfLync.Url, default);
        Assert.NotNull(await FindAsync());

        await installation.Engine.WithdrawMetadataAsync(Litware.Lync, OfLync.Url, default);
        await installation.Engine.WithdrawMetadataAsync(Litware.Lync, OfLync.Url, default);
        Assert.Null(await FindAsync());
        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.FetchMetadataAsync(new FetchMetadata(OfLync.Url, false), default));
    }

    private Task<PublishedMetadata?> FindAsync() => FindAsync(OfLync.Server, OfLync.Url);

    private Task<PublishedMetadata?> FindAsync(string server, Uri url) => installation.Engine.FindPublishedMetadataAsync(server, url, default);

    private Task<OAuthConfiguration> PointLyncAsync(string host) => installation.Engine.WriteOAuthConfigurationAsync(
        new SaveOAuthConfiguration(Litware.Lync, null, new Uri($"https://{host}/autodiscover/autodiscover.svc"), []), default);

    /// <summary>The real check, and that a preview foretells it.</summary>
    private async Task<ConnectivityReport> CheckAsync()
    {
        var request = new ConnectivityRequest(
            Litware.Lync, null, Estate.Ken.SipUri, StorageFolder.Inbox, true, ConnectivityMethod.Storage);
        var found = await installation.Engine.CheckConnectivityAsync(request, default);
        await using var shadow = ShadowEngine.Over(installation.Engine, installation.ShadowOptions, installation.Time);
        Assert.Equal(found.Succeeded, (await shadow.CheckConnectivityAsync(request, default)).Succeeded);
        return found;
    }

    /// <summary>What the engine reads, what publishing again says, and what the emulated server answers are one and the same
    /// rule.</summary>
    private async Task IsWithoutDocumentAsync(string obstacle)
    {
        var found = await FindAsync();
        Assert.Equal((null, obstacle), (found!.Document, found.Obstacle!.Code));
        var refusal = await Assert.ThrowsAsync<FaultException>(() => installation.Engine.PublishMetadataAsync(OfLync, default));
        Assert.Equal(obstacle, refusal.Faults.Single().Code);
        var answer = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.FetchMetadataAsync(new FetchMetadata(OfLync.Url, false), default));
        Assert.Equal("PT3058", answer.Faults.Single().Code);
    }
}
