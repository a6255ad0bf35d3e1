using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.PowerShell;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>Servers that a PowerShell engine reaches through real shells. Starting a shell is what takes long: those of one test are kept for
/// the next that has the same servers, which then answer from its own world.</summary>
public sealed class SimulatedServers : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<KeptShells>> Kept = new();

    private readonly string? key;
    private readonly KeptShells shells;
    private readonly StoreEngine engine;
    private readonly PowerShellOptions options;
    private readonly TimeProvider time;

    private SimulatedServers(string? key, KeptShells shells, StoreEngine engine, PowerShellOptions options, TimeProvider time) =>
        (this.key, this.shells, this.engine, this.options, this.time) = (key, shells, engine, options, time);

    public SimulatedWorld World => shells.Simulator.World;

    /// <summary>What the shells have run since this was last asked, or since the test began.</summary>
    public ImmutableArray<(string Server, CmdletCall Call)> TakeCalls() => shells.Calls.Take();

    /// <summary>Files with certificates that shells made for their cmdlets and that are still there.</summary>
    public IReadOnlyList<string> LeftFiles => Directory.GetFiles(shells.Simulator.TemporaryFolder, "*.pfx");

    /// <param name="engine">What the servers keep.</param>
    /// <param name="servers">Who they are.</param>
    /// <param name="mailboxes">The mailboxes that are named to the engine over them.</param>
    /// <param name="time">Their clock.</param>
    public static SimulatedServers Of(StoreEngine engine, ImmutableArray<Server> servers, IEnumerable<Mailbox> mailboxes, TimeProvider time)
    {
        var key = string.Join(' ', servers.Select(server => $"{server.Fqdn}:{server.Product}:{string.Join(',', server.Members)}"));
        var shells = Kept.GetOrAdd(key, _ => []).TryTake(out var kept) ? kept : null;
        var world = new SimulatedWorld(engine, time, shells?.Simulator.World.Sessions);
        if (shells is null)
        {
            shells = KeptShells.Over(SimulatorServer.Start(world), servers, [], Timeouts.Usual);
        }
        else
        {
            shells.Simulator.Play(world);
            shells.Calls.Take();
        }

        return new SimulatedServers(key, shells, engine, new PowerShellOptions(servers, [.. mailboxes], shells.Targets), time);
    }

    /// <summary>With shells that nobody had before, and that end with it.</summary>
    /// <param name="engine">What the servers keep.</param>
    /// <param name="servers">Who they are.</param>
    /// <param name="time">Their clock.</param>
    /// <param name="before">What stands before each command line, as that of ssh.</param>
    /// <param name="limits">The usual ones where it is null.</param>
    public static SimulatedServers Apart(
        StoreEngine engine, ImmutableArray<Server> servers, TimeProvider time, IEnumerable<string>? before = null, Timeouts? limits = null)
    {
        var simulator = SimulatorServer.Start(new SimulatedWorld(engine, time));
        var shells = KeptShells.Over(simulator, servers, [.. before ?? []], limits ?? Timeouts.Usual);
        return new SimulatedServers(null, shells, engine, new PowerShellOptions(servers, [], shells.Targets), time);
    }

    /// <summary>As another process would; the caller disposes it, which leaves the shells open.</summary>
    public ITrustEngine OpenEngine() => PowerShellEngine.Open(
        options, time, new Surroundings(engine.Documents, new SimulatedChallenges(engine), TimeProvider.System) { Sessions = shells.Pool });

    /// <summary>With other settings, and shells of its own, which end with it.</summary>
    /// <param name="change">Of the settings that the kept shells have.</param>
    /// <param name="wall">The clock of the machine on which the engine runs.</param>
    public ITrustEngine OpenEngine(Func<PowerShellOptions, PowerShellOptions> change, TimeProvider wall) => PowerShellEngine.Open(
        change(options), time, new Surroundings(engine.Documents, new SimulatedChallenges(engine), wall));

    /// <summary>Ends the shells; the next calls open others.</summary>
    public Task CloseShellsAsync() => Task.WhenAll(shells.Targets.Keys.Select(shells.Pool.CloseAsync));

    /// <summary>Of what was started here for the server's open shell; null while none is open.</summary>
    public int? ProcessOf(string server) => ((ShellSession)shells.Pool[server]).ProcessId;

    public async ValueTask DisposeAsync()
    {
        if (key is not null)
        {
            Kept[key].Add(shells);
            return;
        }

        await shells.Pool.DisposeAsync();
        await shells.Simulator.DisposeAsync();
    }

    private sealed class KeptShells(
        SimulatorServer simulator, ImmutableSortedDictionary<string, ServerShell> targets, SessionPool pool, RecordedCalls calls)
    {
        public RecordedCalls Calls => calls;

        public SimulatorServer Simulator => simulator;

        public ImmutableSortedDictionary<string, ServerShell> Targets => targets;

        public SessionPool Pool => pool;

        public static KeptShells Over(SimulatorServer simulator, ImmutableArray<Server> servers, ImmutableArray<string> before, Timeouts limits)
        {
            var targets = servers.Where(server => server.Product != ServerProduct.TokenServer)
                .ToImmutableSortedDictionary(server => server.Fqdn, server => Behind(before, SimulatedShells.Of(simulator, server)));
            var (calls, directory) = (new RecordedCalls(), new ServerDirectory(servers, []));
            var pool = new SessionPool(new ShellTargets(directory, targets).Of, limits, calls, TimeProvider.System);
            return new KeptShells(simulator, targets, pool, calls);
        }

        private static ServerShell Behind(ImmutableArray<string> before, ServerShell shell) =>
            shell with { CommandLine = before.AddRange(shell.CommandLine) };
    }
}
