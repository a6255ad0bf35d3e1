using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Engines.Tests.Contract;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers;

/// <summary>Real servers, as far as their cmdlets are simulated.</summary>
public class PowerShellContractTests : EngineContractTests
{
    private SimulatedServers? servers;

    private protected override string? Missing => PowerShellTool.IsThere ? null : PowerShellTool.Missing;

    private protected override ITrustEngine Open()
    {
        servers = SimulatedServers.Of(Installation.Engine, Installation.Options.Servers, Installation.Mailboxes, Installation.Time);
        return servers.OpenEngine();
    }

    private protected override ValueTask CloseAsync() => servers?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A copy of them, as previews work on.</summary>
public sealed class ShadowOfPowerShellContractTests : PowerShellContractTests
{
    private protected override ITrustEngine Open() => ShadowEngine.Over(base.Open(), Installation.ShadowOptions, Installation.Time);
}
