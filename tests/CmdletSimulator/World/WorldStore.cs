using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Store;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>What the servers keep of the trust, as their cmdlets write it: past the rules that only we have, and by those that the products
/// have too.</summary>
internal sealed class WorldStore(StoreEngine engine, TimeProvider time)
{
    private readonly TrustOperations operations = engine.Operations;
    private readonly ConcurrentDictionary<(string Server, Thumbprint Thumbprint), bool> seen = new();

    public ServerDirectory Servers => operations.Servers;

    public DateTimeOffset Now => time.GetUtcNow();

    public IConnectivityTester Tester => engine.Tester!;

    public CertificateOperations Certificates => operations.Certificates;

    public Task<T> ReadAsync<T>(Func<IStoreSession, T> read, CancellationToken cancellationToken) =>
        operations.Store.ReadAsync(read, cancellationToken);

    public Task<T> WriteAsync<T>(Func<IStoreSession, T> write, CancellationToken cancellationToken) =>
        operations.Store.WriteAsync(write, cancellationToken);

    public Task WriteAsync(Action<IStoreSession> write, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            write(session);
            return true;
        },
        cancellationToken);

    /// <summary>What holds on to old settings reads them anew, where servers do that.</summary>
    public Task RestartAsync(Server server, RestartScope scope, CancellationToken cancellationToken) => engine.Restarter is { } restarter
        ? restarter.RestartAsync(new RestartRequest(scope, [server.Fqdn]), Silence.Instance, cancellationToken)
        : Task.CompletedTask;

    /// <summary>As the server's own machine fetches it at this moment.</summary>
    public Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnyTls, CancellationToken cancellationToken) =>
        operations.Fetching.FetchAsync(new FetchMetadata(url, trustAnyTls), Silence.Instance, cancellationToken);

    public async Task<ImmutableArray<PartnerApplication>> ListPartnersAsync(Server server, CancellationToken cancellationToken) =>
        [.. await ReadAsync(session => session.PartnerApplications.List(server.Fqdn, null, int.MaxValue), cancellationToken)];

    public async Task<ImmutableArray<AuthorizationServer>> ListAuthorizationServersAsync(Server server, CancellationToken cancellationToken) =>
        [.. await ReadAsync(session => session.AuthorizationServers.List(server.Fqdn), cancellationToken)];

    /// <summary>Promotions that have fallen due are applied: of Exchange's that is what its servicelet does.</summary>
    public async Task<CertificateSlots> ReadSlotsAsync(Server server, CancellationToken cancellationToken) =>
        CertificateRules.At(await ReadAsync(session => session.Certificates.FindSlots(server.Fqdn), cancellationToken), server.Product, Now);

    /// <summary>The certificates in the server's store: those that are bound, and those that came by a cmdlet.</summary>
    public async Task<ImmutableArray<StoredCertificate>> ListCertificatesAsync(Server server, CancellationToken cancellationToken)
    {
        var known = seen.Keys.Where(entry => entry.Server == server.Fqdn).Select(entry => entry.Thumbprint).ToList();
        return await ReadAsync(
            session =>
            {
                var bound = ServerSnapshot.InSlots(session.Certificates.FindSlots(server.Fqdn)).Select(found => found.Thumbprint);
                return bound.Concat(known).Distinct()
                    .Select(thumbprint => session.Certificates.Find(server.Fqdn, thumbprint)).OfType<StoredCertificate>().ToImmutableArray();
            },
            cancellationToken);
    }

    public Task<StoredCertificate?> FindCertificateAsync(Server server, Thumbprint thumbprint, CancellationToken cancellationToken) =>
        ReadAsync(session => session.Certificates.Find(server.Fqdn, thumbprint), cancellationToken);

    public Task<CertificateWithKey?> FindKeyAsync(Server server, Thumbprint thumbprint, CancellationToken cancellationToken) =>
        ReadAsync(session => session.Certificates.FindWithKey(server.Fqdn, thumbprint), cancellationToken);

    /// <summary>Puts a certificate with its key into the server's store.</summary>
    public async Task<SigningCertificate> ImportAsync(
        Server server, ReadOnlyMemory<byte> content, string? password, CancellationToken cancellationToken)
    {
        var brought = CertificateReader.ReadPfxOrPem(content.Span, password);
        await AddAsync(server, brought, cancellationToken);
        return brought.Certificate;
    }

    public async Task AddAsync(Server server, CertificateWithKey brought, CancellationToken cancellationToken)
    {
        await WriteAsync(session => session.Certificates.Add(server.Fqdn, brought, generated: false), cancellationToken);
        seen[(server.Fqdn, brought.Certificate.Thumbprint)] = true;
    }

    /// <summary>No cmdlet lists it any more.</summary>
    public void Forget(Server server, Thumbprint thumbprint) => seen.TryRemove((server.Fqdn, thumbprint), out _);

    public bool Knows(Server server, Thumbprint thumbprint) => seen.ContainsKey((server.Fqdn, thumbprint));
}
