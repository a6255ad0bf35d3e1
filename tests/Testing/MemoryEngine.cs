using System.Collections.Immutable;
using System.Security.Cryptography;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Foretelling;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Engines.Store;
using PartnerTrust.Engines.Store.Memory;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Testing;

/// <summary>An engine that keeps the trust in memory and speaks to nobody: the operations of the real ones, without a database or a socket.</summary>
public sealed class MemoryEngine : StoreEngine
{
    private MemoryEngine(TrustOperations operations, IReadOnlyList<Mailbox> mailboxes, TimeProvider time)
        : base(operations)
    {
        Publisher = new StorePublisher(operations.PublishedMetadata);
        Tester = new ForetoldCalls(this, operations.Servers, time);
        Mailboxes = new Directory(operations.Servers);
        Questions = new TrustQuestions(this, operations.Servers, time);
        Named = mailboxes;
    }

    public override string Name => "memory";

    public override IMetadataPublisher Publisher { get; }

    public override IConnectivityTester Tester { get; }

    public override IServiceRestarter? Restarter => null;

    public override IMailboxDirectory Mailboxes { get; }

    public IReadOnlyList<Mailbox> Named { get; }

    public TrustQuestions Questions { get; }

    /// <param name="servers">Who is configured.</param>
    /// <param name="mailboxes">All mailboxes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="beyond">Who answers for all URLs at which no server publishes; nobody where it is null.</param>
    public static MemoryEngine Of(
        IReadOnlyList<Server> servers, IReadOnlyList<Mailbox> mailboxes, TimeProvider time, IMetadataSource? beyond = null) =>
        Over(query => new ServerSnapshot(query.Server, query.Parts), servers, mailboxes, time, beyond, RSA.Create);

    /// <summary>Servers that publish their documents from the beginning, as real ones do.</summary>
    public static MemoryEngine Publishing(
        IReadOnlyList<Server> servers, IReadOnlyList<Mailbox> mailboxes, TimeProvider time, Func<int, RSA> makeKey) => Over(
        query => new ServerSnapshot(query.Server, query.Parts)
        {
            PublishedAt = query.Parts.HasFlag(ServerParts.Documents) ? [servers.Single(server => server.Fqdn == query.Server).MetadataUrl] : [],
        },
        servers,
        mailboxes,
        time,
        beyond: null,
        makeKey);

    private static MemoryEngine Over(
        Func<ServerQuery, ServerSnapshot> beginning,
        IReadOnlyList<Server> servers,
        IReadOnlyList<Mailbox> mailboxes,
        TimeProvider time,
        IMetadataSource? beyond,
        Func<int, RSA> makeKey)
    {
        var store = new MemoryTrustStore((query, _) => Task.FromResult(beginning(query)), [.. servers.Select(server => server.Fqdn)]);
        var operations = new TrustOperations(
            store,
            new ServerDirectory(servers, mailboxes),
            time,
            new CertificateMaker(makeKey),
            published => new Documents(published, beyond));
        return new MemoryEngine(operations, mailboxes, time);
    }

    private sealed class Directory(ServerDirectory servers) : IMailboxDirectory
    {
        public Task<ImmutableArray<Mailbox>> FindAsync(
            string address, IProgress<string> progress, CancellationToken cancellationToken) =>
            Task.FromResult<ImmutableArray<Mailbox>>([.. servers.FindMailboxes(address)]);
    }

    private new sealed class Documents(MetadataOperations published, IMetadataSource? beyond) : IMetadataSource
    {
        public async Task<AuthMetadataDocument> FetchAsync(FetchMetadata request, IProgress<string> progress, CancellationToken cancellationToken)
        {
            var url = request.Url;
            if (await published.FindAnyAsync(url, cancellationToken) is { } found)
            {
                return found.Document ?? throw new FaultException(FaultCatalogue.ServerFails(url, 500, found.Obstacle!.Found));
            }

            return beyond is null
                ? throw new FaultException(FaultCatalogue.NothingAtUrl(url))
                : await beyond.FetchAsync(request, progress, cancellationToken);
        }
    }
}
