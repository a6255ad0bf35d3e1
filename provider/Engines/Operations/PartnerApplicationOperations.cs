using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Operations;

/// <summary>What each server keeps about its partners. The partner's document is fetched before the transaction, so that a partner that
/// answers slowly holds nobody up, and one that can't be read leaves the record as it was.</summary>
internal sealed class PartnerApplicationOperations(
    ITrustStore store, ServerDirectory servers, IMetadataSource metadata, TimeProvider time)
{
    private const string Kind = "partner application";

    public Task<PartnerApplication?> FindAsync(string fqdn, string name, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.ReadAsync(session => session.PartnerApplications.Find(server.Fqdn, name), cancellationToken);
    }

    public Task<IReadOnlyList<PartnerApplication>> ListAsync(string fqdn, string? afterName, int pageSize, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.ReadAsync(session => session.PartnerApplications.List(server.Fqdn, afterName, pageSize), cancellationToken);
    }

    public async Task<PartnerApplication> CreateAsync(PartnerApplicationRequest request, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        var document = await ReadSourceAsync(request.Source, cancellationToken);
        return await store.WriteAsync(
            session =>
            {
                var draft = DraftOf(server, request);
                if (request.InPlaceOf is { } name && session.PartnerApplications.Find(server.Fqdn, name) is { } predecessor
                    && (IsNamed(predecessor.Name, request.Name) || predecessor.ApplicationIdentifier == IdentifierOf(draft, document)))
                {
                    session.PartnerApplications.Remove(server.Fqdn, predecessor.Name);
                }

                return session.PartnerApplications.Find(server.Fqdn, request.Name) is { } existing
                    ? throw new FaultException(FaultCatalogue.NameTaken($"a {Kind}", server.Fqdn, existing.Name, request.Name))
                    : Add(session, draft, document);
            },
            cancellationToken);
    }

    public async Task<PartnerApplication> UpdateAsync(PartnerApplicationRequest request, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        var document = await ReadSourceAsync(request.Source, cancellationToken);
        return await store.WriteAsync(
            session => session.PartnerApplications.Find(server.Fqdn, request.Name) is { } existing
                ? Rewrite(session, existing, DraftOf(server, request) with { Name = existing.Name }, document)
                : throw new FaultException(FaultCatalogue.RecordGone(Kind, server.Fqdn, request.Name)),
            cancellationToken);
    }

    public Task RemoveAsync(string fqdn, string name, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.WriteAsync(
            session =>
            {
                session.PartnerApplications.Remove(server.Fqdn, name);
                return true;
            },
            cancellationToken);
    }

    private async Task<AuthMetadataDocument?> ReadSourceAsync(PartnerSource source, CancellationToken cancellationToken) =>
        source is PartnerSource.Metadata published
            ? await metadata.FetchAsync(published.Url, published.TrustAnySslCertificate, cancellationToken)
            : null;

    private PartnerApplication Add(IStoreSession session, PartnerApplicationDraft draft, AuthMetadataDocument? document) => Save(
        session, PartnerApplicationRules.Register(draft, document, SiblingsOf(session, draft, document), time.GetUtcNow()));

    private PartnerApplication Rewrite(
        IStoreSession session, PartnerApplication existing, PartnerApplicationDraft draft, AuthMetadataDocument? document) => Save(
        session, PartnerApplicationRules.Update(existing, draft, document, SiblingsOf(session, draft, document), time.GetUtcNow()));

    private static PartnerApplication Save(IStoreSession session, PartnerApplication record)
    {
        session.PartnerApplications.Save(record);
        return record;
    }

    private static IReadOnlyList<PartnerApplication> SiblingsOf(
        IStoreSession session, PartnerApplicationDraft draft, AuthMetadataDocument? document) =>
        session.PartnerApplications.FindByIdentifier(draft.Server.Fqdn, IdentifierOf(draft, document));

    private static string IdentifierOf(PartnerApplicationDraft draft, AuthMetadataDocument? document) => draft.Source switch
    {
        PartnerSource.Certificate given => given.ApplicationIdentifier.ToLowerInvariant(),
        PartnerSource.AuthorizationServer behind => behind.ApplicationIdentifier.ToLowerInvariant(),
        _ => document!.ServiceName.ToLowerInvariant(),
    };

    private static bool IsNamed(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static PartnerApplicationDraft DraftOf(Server server, PartnerApplicationRequest request) => new(
        server, request.Name, request.Source, request.TrustLevel, request.Enabled, request.AcceptSecurityIdentifierInformation, request.LinkedAccount);
}
