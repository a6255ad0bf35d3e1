using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Foretelling;
using PartnerTrust.Engines.Store;
using PartnerTrust.Engines.Store.Memory;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Shadow;

/// <summary>What a preview works on: a copy of what the servers keep, to which the planned operations are applied by the very code that a store
/// applies for real. Nothing reaches the copied engine but reads, of the servers and parts that the plan touches.</summary>
public sealed class ShadowEngine : StoreEngine
{
    private readonly ITrustEngine engine;
    private readonly MemoryTrustStore store;
    private readonly ForetoldCalls calls;
    private readonly StorePublisher publisher;
    private readonly PlannedCertificates certificates;

    private ShadowEngine(
        ITrustEngine engine, MemoryTrustStore store, TrustOperations operations, PlannedCertificates certificates, TimeProvider time)
        : base(operations)
    {
        this.store = store;
        this.engine = engine;
        this.certificates = certificates;
        publisher = new StorePublisher(operations.PublishedMetadata);
        calls = new ForetoldCalls(this, operations.Servers, time);
        Found = new StoreReader(store.Found, operations.Servers);
    }

    public override string Name => engine.Name;

    /// <summary>Reads what was copied as it was before anything was done to it.</summary>
    public IServerReader Found { get; }

    public override IMetadataPublisher? Publisher => engine.Publisher is null ? null : publisher;

    public override IConnectivityTester? Tester => engine.Tester is { } tester ? new PlannedCalls(calls, tester) : null;

    public override IChallengeSource? Challenges => engine.Challenges;

    public override IServiceRestarter? Restarter => engine.Restarter is null ? null : NoRestarts.Instance;

    public override IMailboxDirectory? Mailboxes => engine.Mailboxes;

    /// <summary>The certificates that were generated for the plan. Whoever carries the plan out generates others.</summary>
    public IEnumerable<SigningCertificate> Made => certificates.Made;

    /// <param name="engine">The engine to copy; it stays the caller's to dispose.</param>
    /// <param name="options">What is configured.</param>
    /// <param name="time">The clock.</param>
    public static ShadowEngine Over(ITrustEngine engine, ShadowOptions options, TimeProvider time)
    {
        var servers = new ServerDirectory(options.Servers, options.Mailboxes);
        var store = new MemoryTrustStore(ReadAsync, [.. servers.Servers.Select(server => server.Fqdn)]);
        var made = new PlannedCertificates(options.MakeKey);
        var operations = new TrustOperations(
            store, servers, time, made, published => new PlannedDocuments(published, store, servers, engine));
        return new ShadowEngine(engine, store, operations, made, time);

        async Task<ServerSnapshot> ReadAsync(ServerQuery query, CancellationToken cancellationToken)
        {
            var snapshot = await engine.Reader.ReadAsync(query, Silence.Instance, cancellationToken);
            return snapshot with { Copies = snapshot.PresumedCopies(servers.Require(query.Server)) };
        }
    }

    /// <summary>The configured server that is reached at the URL, once the plan is carried out; null for a host of the world outside.</summary>
    public Task<Server?> FindServerAtAsync(Uri url, CancellationToken cancellationToken) =>
        new ReachedServers(Operations.Servers, Reader).FindAsync(url, Silence.Instance, cancellationToken);

    /// <summary>For which server a certificate was generated; null for one that was not generated for the plan.</summary>
    public string? OwnerOf(Thumbprint made) => store.OwnerOf(made);

    private sealed class NoRestarts : IServiceRestarter
    {
        public static NoRestarts Instance { get; } = new();

        public Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
