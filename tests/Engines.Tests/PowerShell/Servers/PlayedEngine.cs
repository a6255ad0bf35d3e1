using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.Engines.PowerShell;
using PartnerTrust.Engines.PowerShell.Checks;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers;

/// <summary>A PowerShell engine whose shells are real, and whose servers are those of a store's engine.</summary>
internal static class PlayedEngine
{
    public static PowerShellEngine Open(SimulatorServer simulator, StoreEngine world, ImmutableArray<Server> servers, IEnumerable<Mailbox> mailboxes, TimeProvider time)
    {
        var shells = servers.Where(server => server.Product != ServerProduct.TokenServer).ToImmutableDictionary(
            server => server.Fqdn, server => new ServerShell(LineOf(simulator, server), LayerOf(server), ModulesOf(simulator, server)));
        return PowerShellEngine.Open(
            new PowerShellOptions(servers, [.. mailboxes], shells), time, new Surroundings(world.Documents, new NoChallenger(), TimeProvider.System));
    }

    /// <summary>The machine's variables come with the command line.</summary>
    private static ShellCommandLine LineOf(SimulatorServer simulator, Server server) => new(
        ["env", .. simulator.EnvironmentOf(server.Fqdn).Select(variable => $"{variable.Key}={variable.Value}"), .. RealPowerShell.Line]);

    private static SessionLayer LayerOf(Server server) =>
        server.Product == ServerProduct.ExchangeServer ? SessionLayer.Remote : SessionLayer.Local;

    private static ImmutableArray<string> ModulesOf(SimulatorServer simulator, Server server) =>
        server.Product == ServerProduct.ExchangeServer ? [simulator.OverlayOf(server.Fqdn)] : [];

    private sealed class NoChallenger : IChallenger
    {
        public Task<BearerChallenge> AskAsync(Uri url, CancellationToken cancellationToken) =>
            throw new FaultException(FaultCatalogue.HostUnreachable(url, "nobody plays it"));
    }
}
