using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Tests.Contract;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers;

/// <summary>Real servers, as far as their cmdlets are played.</summary>
public sealed class PowerShellContractTests : EngineContractTests
{
    private SimulatorServer? simulator;

    private protected override ITrustEngine Open()
    {
        simulator = SimulatorServer.Start(new SimulatedWorld(Installation.Engine, Installation.Time));
        return PlayedEngine.Open(simulator, Installation.Engine, [.. Installation.Options.Servers], Installation.Mailboxes, Installation.Time);
    }
}
