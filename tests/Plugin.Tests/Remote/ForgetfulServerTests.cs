using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Tests.Remote;

/// <summary>What servers do not remember comes from the state of the resources.</summary>
public sealed class ForgetfulServerTests
{
    [Fact]
    public async Task Settings_are_put_back_as_they_were_before_the_stack_wrote_them()
    {
        await using var world = await RemoteWorld.StartAsync();
        var settings = world.Resource("OAuthConfiguration");
        await settings.CheckedAsync(Programs.OAuth());
        await world.Resource("CertificateBinding").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var before = new OAuthConfiguration(
            PluginUnderTest.Lync,
            "contoso.com",
            WellKnownApplications.Lync,
            new Uri("https://mail.contoso.com/autodiscover/autodiscover.svc"),
            ["contoso.com"]);
        await world.Servers.RestoreOAuthConfigurationAsync(before, default);

        await settings.UpAsync(Programs.OAuth());
        await settings.UpdateAsync(Programs.OAuth().Set("realm", "fabrikam.com"));
        await settings.DeleteAsync();

        Assert.Equal(before, await world.Servers.ReadOAuthConfigurationAsync(PluginUnderTest.Lync, default));
    }

    [Fact]
    public async Task Settings_that_were_only_imported_stay_as_they_are()
    {
        await using var world = await RemoteWorld.StartAsync();
        await world.Resource("OAuthConfiguration", "other").UpAsync(Programs.OAuth());
        var written = await world.Servers.ReadOAuthConfigurationAsync(PluginUnderTest.Lync, default);
        var settings = world.Resource("OAuthConfiguration");

        await settings.ImportAsync(PluginUnderTest.Lync);
        await settings.DeleteAsync();

        Assert.Equal(written, await world.Servers.ReadOAuthConfigurationAsync(PluginUnderTest.Lync, default));
    }

    [Fact]
    public async Task The_previous_certificate_retires_by_what_the_state_remembers()
    {
        await using var world = await RemoteWorld.StartAsync();
        var binding = world.Resource("CertificateBinding");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var successor = Programs.Certificate(PluginUnderTest.Lync, validityDays: 900).Set("retirePrevious", true);
        await binding.UpAsync(successor);
        Assert.NotNull((await world.Servers.FindCertificateBindingAsync(PluginUnderTest.Lync, default))!.Slots.Previous);

        world.Plugin.Time.Advance(TimeSpan.FromDays(3));
        await binding.RefreshAsync();
        await binding.UpAsync(successor);

        Assert.Null((await world.Servers.FindCertificateBindingAsync(PluginUnderTest.Lync, default))!.Slots.Previous);
    }

    [Fact]
    public async Task A_certificate_of_which_nobody_knows_who_made_it_is_imported_by_its_thumbprint_and_shows_no_difference()
    {
        await using var world = await RemoteWorld.StartAsync();
        await world.Resource("CertificateBinding", "other").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var binding = world.Resource("CertificateBinding");

        await binding.ImportAsync(PluginUnderTest.Lync);

        Assert.True(((PropertyMap)binding.Inputs["source"]).ContainsKey("thumbprint"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await binding.DiffAsync(binding.Inputs)).Changes);
    }

    [Fact]
    public async Task What_an_engine_cannot_do_is_said_and_the_record_is_kept_as_incomplete()
    {
        await using var world = await RemoteWorld.StartAsync();
        await Programs.EstablishTrustAsync(world.Plugin);
        var partner = world.Resource("PartnerApplication");

        var failure = await Assert.ThrowsAsync<RpcException>(() => partner.UpAsync(Programs.Partner().Set("restart", "iis")));

        Assert.Contains("PT8016", Assert.Single(failure.Detail<ErrorResourceInitFailed>()!.Reasons), StringComparison.Ordinal);
    }
}
