using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>What a product cannot take away is told when its resource goes.</summary>
public sealed class LeftBehindTests
{
    [SkippableFact]
    public async Task Exchange_goes_on_signing_and_keeps_the_linked_account()
    {
        await using var servers = await ServersUnderTest.StartAsync(EngineKind.PowerShell);
        await Programs.EstablishTrustAsync(servers.Plugin, servers.Kind);
        var partner = servers.Resource("PartnerApplication");
        await partner.UpAsync(Programs.LyncPartner());
        var binding = servers.Resource("CertificateBinding");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));

        await partner.DeleteAsync();
        await binding.DeleteAsync();

        Assert.Contains(servers.Plugin.Engine.Warnings, warning => warning.Contains("PT8158", StringComparison.Ordinal));
        Assert.Contains(servers.Plugin.Engine.Warnings, warning => warning.Contains("PT8150", StringComparison.Ordinal));
    }
}
