using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>How the shell of a simulated machine is started.</summary>
public static class SimulatedShells
{
    /// <summary>Shells of tests run few calls: the code that they start with is good enough, and compiling what is called often once more takes
    /// half of their time.</summary>
    public const string QuickStart = "DOTNET_TC_CallCounting=0";

    /// <summary>The variables of the machine come with the command line.</summary>
    public static ServerShell Of(SimulatorServer simulator, Server server)
    {
        var variables = simulator.EnvironmentOf(server.Fqdn).Select(variable => $"{variable.Key}={variable.Value}");
        ImmutableArray<string> line = ["env", QuickStart, .. variables, $"TMPDIR={simulator.TemporaryFolder}", .. RealPowerShell.Line];
        return server.Product == ServerProduct.ExchangeServer
            ? new ServerShell(line, SessionLayer.Remote, [simulator.OverlayOf(server.Fqdn)])
            : new ServerShell(line, SessionLayer.Local, ImmutableArray<string>.Empty);
    }
}
