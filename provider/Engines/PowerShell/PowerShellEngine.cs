using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Foretelling;
using PartnerTrust.Engines.Https;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Checks;
using PartnerTrust.Engines.PowerShell.Exchange;
using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Lync;
using PartnerTrust.Engines.PowerShell.Planning;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Restarts;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Engines.PowerShell.SharePoint;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Network;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell;

/// <summary>The trust of real servers, reached through their own cmdlets. Opening costs nothing: the shell of a server starts with the first
/// operation that needs it, and reads and writes of different servers run side by side.</summary>
public sealed class PowerShellEngine : ITrustEngine
{
    public const string EngineName = "powerShell";

    /// <summary>Real servers wake their application pools before they answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SessionPool sessions;
    private readonly CmdletWriter writer;
    private readonly HttpsNetwork? network;
    private readonly bool ownsSessions;

    private PowerShellEngine(PowerShellOptions options, TimeProvider time, Surroundings surroundings, HttpsNetwork? network)
    {
        this.network = network;
        var servers = new ServerDirectory(options.Servers, options.Mailboxes);
        sessions = surroundings.Sessions ?? PoolOf(options, servers, surroundings.Wall);
        ownsSessions = surroundings.Sessions is null;
        var administrations = new ServerAdministrations(
            servers, servers.Servers.Select(server => AdministrationOf(server, surroundings.Documents, time)));
        var tools = new WriteTools(servers, surroundings.Documents, time, new CertificateMaker(options.MakeKey))
        {
            Clocks = new ClockRemarks(server => sessions[server].ClockOffset),
        };
        writer = new CmdletWriter(administrations, tools);
        Reader = new CmdletReader(administrations);
        Documents = surroundings.Documents;
        Challenges = surroundings.Challenges;
        Tester = new CmdletChecks(
            servers,
            Reader,
            server => sessions[server],
            new ProbeCheck(surroundings.Challenges, surroundings.Documents, Reader),
            new ForetoldCalls(this, servers, time));
        var machines = new RestartedMachines(servers, sessions);
        Restarter = new ServerRestarts(machines, sessions, new Comeback(surroundings.Documents, options.Timeouts.Restart, surroundings.Wall));
        Commands = new CommandPlanner(administrations, tools, machines);
    }

    public string Name => EngineName;

    public IServerReader Reader { get; }

    public IServerWriter Writer => writer;

    public IMetadataSource Documents { get; }

    /// <summary>Servers publish by themselves.</summary>
    public IMetadataPublisher? Publisher => null;

    public IConnectivityTester Tester { get; }

    public IChallengeSource Challenges { get; }

    public IServiceRestarter Restarter { get; }

    /// <summary>Only those that are named are known.</summary>
    public IMailboxDirectory? Mailboxes => null;

    public IInstanceLedger? Ledger => null;

    public ICommandPlanner? Commands { get; }

    public async ValueTask DisposeAsync()
    {
        writer.Dispose();
        network?.Dispose();
        if (ownsSessions)
        {
            await sessions.DisposeAsync();
        }
    }

    /// <param name="options">What is configured.</param>
    /// <param name="time">The clock by which certificates count.</param>
    public static PowerShellEngine Open(PowerShellOptions options, TimeProvider time)
    {
        var network = HttpsNetwork.OfThisMachine(NetworkLimits.Usual with { Timeout = Patience });
        var surroundings = new Surroundings(
            new HttpsMetadataSource(new DocumentFetcher(network)), new HttpsChallenges(network), TimeProvider.System);
        return new PowerShellEngine(options, time, surroundings, network);
    }

    internal static PowerShellEngine Open(PowerShellOptions options, TimeProvider time, Surroundings surroundings) =>
        new(options, time, surroundings, null);

    internal static SessionPool PoolOf(PowerShellOptions options, ServerDirectory servers, TimeProvider wall) => new(
        new ShellTargets(servers, options.Shells).Of,
        options.Timeouts,
        options.Transcript is { } path ? new TranscriptFile(path, wall) : NoTranscript.Instance,
        wall);

    private IServerAdministration AdministrationOf(Server server, IMetadataSource documents, TimeProvider time) => server.Product switch
    {
        ServerProduct.LyncServer => new LyncAdministration(server, CallsOf(server), documents, time),
        ServerProduct.ExchangeServer => new ExchangeAdministration(server, CallsOf(server), documents),
        ServerProduct.SharePointServer => new SharePointAdministration(server, CallsOf(server), documents),
        _ => new TokenServerAdministration(server, documents),
    };

    private ServerCalls CallsOf(Server server) => new(sessions[server.Fqdn], ErrorClassifier.Instance);
}
