using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>How the shell of a simulated machine is started.</summary>
public static class SimulatedShells
{
    /// <summary>The variables of the machine come with the command line.</summary>
    public static ServerShell Of(SimulatorServer simulator, Server server)
    {
        var variables = simulator.EnvironmentOf(server.Fqdn).Select(variable => $"{variable.Key}={variable.Value}");
        ImmutableArray<string> line = ["env", .. variables, $"TMPDIR={simulator.TemporaryFolder}", .. RealPowerShell.Line];
        return server.Product == ServerProduct.ExchangeServer
            ? new ServerShell(line, SessionLayer.Remote, [simulator.OverlayOf(server.Fqdn)])
            : new ServerShell(line, SessionLayer.Local, ImmutableArray<string>.Empty);
    }
}
