using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Store;

/// <summary>Reads out of a store, in one transaction a question.</summary>
internal sealed class StoreReader(ITrustStore store, ServerDirectory servers) : IServerReader
{
    private const int PageSize = 500;

    public Task<ServerSnapshot> ReadAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var server = servers.Require(query.Server);
        return store.ReadAsync(session => Read(session, server, query), cancellationToken);
    }

    public Task<PartnerApplication?> FindPartnerApplicationAsync(
        string server, string name, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        return store.ReadAsync(session => session.PartnerApplications.Find(known.Fqdn, name), cancellationToken);
    }

    public async IAsyncEnumerable<PartnerApplication> ListPartnerApplicationsAsync(
        string server, string? afterName, IProgress<string> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        IReadOnlyList<PartnerApplication> page;
        do
        {
            page = await store.ReadAsync(session => session.PartnerApplications.List(known.Fqdn, afterName, PageSize), cancellationToken);
            foreach (var record in page)
            {
                yield return record;
                afterName = record.Name;
            }
        }
        while (page.Count == PageSize);
    }

    private static ServerSnapshot Read(IStoreSession session, Server server, ServerQuery query)
    {
        var parts = query.Parts;
        var snapshot = WithCertificates(session, new ServerSnapshot(server.Fqdn, parts), server, query);
        return snapshot with
        {
            PublishedAt = parts.HasFlag(ServerParts.Documents) ? [.. session.PublishedMetadata.List(server.Fqdn)] : [],
            PartnerApplications = parts.HasFlag(ServerParts.PartnerApplications) ? PartnersOf(session, server.Fqdn, query.Records) : [],
            AuthorizationServers = parts.HasFlag(ServerParts.AuthorizationServers)
                ? AuthorizationServersOf(session, server.Fqdn, query.Records)
                : [],
            Settings = parts.HasFlag(ServerParts.Settings) ? session.OAuthConfigurations.Find(server.Fqdn) : null,
            OriginalSettings = parts.HasFlag(ServerParts.Settings)
                ? session.OAuthConfigurations.FindOriginal(OAuthConfigurationRules.Default(server))
                : null,
        };
    }

    private static ServerSnapshot WithCertificates(IStoreSession session, ServerSnapshot snapshot, Server server, ServerQuery query)
    {
        var isAsked = query.Parts.HasFlag(ServerParts.Certificates);
        var slots = isAsked ? session.Certificates.FindSlots(server.Fqdn) : CertificateSlots.Empty;
        var bound = ServerSnapshot.InSlots(slots).Select(certificate => certificate.Thumbprint).ToList();
        var wanted = bound.Concat(query.Certificates).Distinct();
        return snapshot with
        {
            Slots = slots,
            Certificates = [.. wanted.Select(thumbprint => session.Certificates.Find(server.Fqdn, thumbprint)).OfType<StoredCertificate>()],
            Keys = [.. wanted.Select(thumbprint => session.Certificates.FindWithKey(server.Fqdn, thumbprint)).OfType<CertificateWithKey>()],
            Copies = isAsked ? [.. session.Certificates.ListCopies(server.Fqdn)] : null,
            Unreached = isAsked ? session.Certificates.FindUnreached(server.Fqdn) : null,
            KeepsKeys = isAsked && session.Certificates.KeepsKeys(server.Fqdn),
        };
    }

    private static ImmutableArray<PartnerApplication> PartnersOf(IStoreSession session, string server, RecordFilter filter) => filter switch
    {
        RecordFilter.OfApplications of =>
            [.. of.Identifiers.Distinct().SelectMany(identifier => session.PartnerApplications.FindByIdentifier(server, identifier))],
        RecordFilter.OfIssuer of => [.. session.PartnerApplications.FindByIssuer(server, of.Issuer)],
        _ => [.. session.PartnerApplications.List(server, null, int.MaxValue)],
    };

    private static ImmutableArray<AuthorizationServer> AuthorizationServersOf(IStoreSession session, string server, RecordFilter filter) =>
        filter switch
        {
            RecordFilter.OfApplications of =>
                [.. of.Identifiers.Distinct().SelectMany(identifier => session.AuthorizationServers.FindByIdentifier(server, identifier))],
            RecordFilter.OfIssuer of => [.. session.AuthorizationServers.FindByIssuer(server, of.Issuer)],
            _ => [.. session.AuthorizationServers.List(server)],
        };
}
