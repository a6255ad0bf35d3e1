using Microsoft.Extensions.Logging;
using PartnerTrust.Emulator;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Embedded.Backend;
using PartnerTrust.Engines.Embedded.Faults;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Embedded.Store.Keys;
using PartnerTrust.Engines.Https;
using PartnerTrust.Engines.Store;
using PartnerTrust.Engines.Store.Operations;

namespace PartnerTrust.Engines.Embedded;

/// <summary>The trust of servers that this machine emulates: kept in SQLite, spoken over real HTTPS on loopback. Opening costs nothing; the
/// database and the listener start with the first operation that needs them.</summary>
public sealed class EmbeddedEngine : StoreEngine
{
    public const string EngineName = "embedded";

    private readonly EmulatedHosts hosts;

    private EmbeddedEngine(SqliteTrustStore store, EmulatedHosts hosts, TrustOperations operations)
        : base(operations)
    {
        this.hosts = hosts;
        Publisher = new StorePublisher(operations.PublishedMetadata);
        Tester = new EmulatedCalls(hosts);
        Challenges = new HttpsChallenges(hosts.Network);
        Restarter = new EmulatedRestarts(store, operations.Servers);
        Mailboxes = new ConfiguredMailboxes(operations.Servers);
        Ledger = new StoreLedger(store);
    }

    public override string Name => EngineName;

    public override IMetadataPublisher Publisher { get; }

    public override IConnectivityTester Tester { get; }

    public override IChallengeSource Challenges { get; }

    public override IServiceRestarter Restarter { get; }

    public override IMailboxDirectory Mailboxes { get; }

    public override IInstanceLedger Ledger { get; }

    public static EmbeddedEngine Open(EmbeddedOptions options, TimeProvider time, ILoggerFactory logs)
    {
        var store = new SqliteTrustStore(options.DataDirectory, Passphrase.FromEnvironment(), logs.CreateLogger<SqliteTrustStore>())
        {
            OnFirstWrite = session => session.Configuration.Remember(options.Servers, options.Mailboxes),
        };
        var servers = new ServerDirectory(options.Servers, options.Mailboxes);
        var backend = new EmbeddedBackend(store, servers);
        var hosts = new EmulatedHosts(backend, new EmbeddedFaults(store, backend), time, logs);
        var documents = new HttpsMetadataSource(hosts.Documents);
        var maker = new CertificateMaker(options.MakeKey);
        return new EmbeddedEngine(store, hosts, new TrustOperations(new DisturbedStore(store), servers, time, maker, _ => documents));
    }

    public override async ValueTask DisposeAsync()
    {
        await hosts.DisposeAsync();
        await base.DisposeAsync();
    }
}
