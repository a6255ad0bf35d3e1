using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Session;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Servers that are reached through their cmdlets, in real shells.</summary>
internal sealed class CmdletServers : FarServers
{
    private SimulatedServers? simulated;

    public CmdletServers() => Skip.IfNot(RealPowerShell.Missing is null, RealPowerShell.Missing);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (simulated is not null)
        {
            await simulated.DisposeAsync();
        }
    }

    protected override ITrustEngine OpenWay(Installation installation, SessionEnvironment environment)
    {
        simulated ??= SimulatedServers.Of(Servers, [.. installation.Servers.Values], installation.Mailboxes, environment.Time);
        return simulated.OpenEngine();
    }
}
