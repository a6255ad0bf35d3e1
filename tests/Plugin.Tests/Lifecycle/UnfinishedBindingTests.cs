using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Testing;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>A binding whose making was interrupted is finished, and not made again.</summary>
public sealed class UnfinishedBindingTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task A_certificate_that_was_staged_for_now_and_not_published_is_published_by_the_next_update()
    {
        await using var servers = new CmdletServers();
        await using var plugin = await PluginUnderTest.StartConfiguredAsync(new TrustEngineFactory(servers.OpenAsync));
        await new ManagedResource(plugin, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var old = new CertificateSource.Generated("CN=before", KeySize: 2048, ValidityDays: 365);
        await servers.Servers.BindCertificateAsync(new BindCertificate(PluginUnderTest.Exchange, old, null), default);
        var made = new CertificateSource.Generated("CN=litwareinc.com", KeySize: 2048, ValidityDays: 730);
        var staged = await servers.Servers.BindCertificateAsync(
            new BindCertificate(PluginUnderTest.Exchange, made, plugin.Time.GetUtcNow() + Moment), default);
        plugin.Time.Advance(Moment);
        servers.World.Directory.Of(PluginUnderTest.Exchange).ServiceletRests = true;
        servers.TakeCalls();

        var binding = new ManagedResource(plugin, "CertificateBinding", "exchange");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));

        Assert.Equal<PropertyValue>(staged.Slots.Next!.Thumbprint.Hex, binding.Outputs["thumbprint"]);
        var change = Assert.Single(
            servers.TakeCalls().Where(run => !StackPrograms.IsOpening(run.Call.Cmdlet)).Select(run => CallText.Of(run.Call)),
            call => !call.StartsWith("Get-", StringComparison.Ordinal));
        Assert.StartsWith("Set-AuthConfig -PublishCertificate", change, StringComparison.Ordinal);
    }
}
