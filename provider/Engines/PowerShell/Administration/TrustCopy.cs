using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Store.Memory;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>A copy of what a server keeps, to which an operation is applied by the code that a store uses: it refuses what a store would, and shows
/// what is to be there.</summary>
internal sealed class TrustCopy : IAsyncDisposable
{
    private readonly MemoryTrustStore store;

    public TrustCopy(IServerAdministration administration, ServerQuery looked, ServerSight sight, WriteTools tools)
    {
        Found = sight.Snapshot;
        store = new MemoryTrustStore(ReadAsync, [.. tools.Servers.Servers.Select(server => server.Fqdn)]);
        Operations = new TrustOperations(store, tools.Servers, tools.Time, tools.Maker, _ => tools.Documents);

        async Task<ServerSnapshot> ReadAsync(ServerQuery query, CancellationToken cancellationToken)
        {
            var snapshot = Covers(looked, Found, query)
                ? Found
                : (await administration.LookAsync(query, Silence.Instance, cancellationToken)).Snapshot;
            return snapshot with { Copies = snapshot.PresumedCopies(administration.Server) };
        }
    }

    public ServerSnapshot Found { get; }

    public TrustOperations Operations { get; }

    public Task<T> ReadAsync<T>(Func<IStoreSession, T> read, CancellationToken cancellationToken) => store.ReadAsync(read, cancellationToken);

    /// <summary>The certificate with its key, where the operation brought it.</summary>
    public Task<CertificateWithKey?> FindBroughtAsync(Thumbprint thumbprint, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.Certificates.FindWithKey(Found.Server, thumbprint), cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static bool Covers(ServerQuery looked, ServerSnapshot found, ServerQuery query) =>
        query.Server == looked.Server && (looked.Parts & query.Parts) == query.Parts
        && query.Certificates.All(thumbprint =>
            looked.Certificates.Contains(thumbprint) || found.Certificates.Any(stored => stored.Certificate.Thumbprint == thumbprint));
}
