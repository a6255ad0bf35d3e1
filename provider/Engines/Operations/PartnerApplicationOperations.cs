using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Operations;

/// <summary>What each server keeps about its partners. The partner's document is fetched before the transaction, so that a partner that
/// answers slowly holds nobody up, and one that can't be read leaves the record as it was.</summary>
internal sealed class PartnerApplicationOperations(ITrustStore store, ServerDirectory servers, IMetadataSource metadata)
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
            session => session.PartnerApplications.Find(server.Fqdn, request.Name) is null
                ? Write(session, server, request, document)
                : throw new FaultException(FaultCatalogue.NameTaken($"a {Kind}", server.Fqdn, request.Name)),
            cancellationToken);
    }

    public async Task<PartnerApplication> UpdateAsync(PartnerApplicationRequest request, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        var document = await ReadSourceAsync(request.Source, cancellationToken);
        return await store.WriteAsync(
            session => session.PartnerApplications.Find(server.Fqdn, request.Name) is { } existing
                ? Rewrite(session, server, request, document, existing)
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

    private static PartnerApplication Rewrite(
        IStoreSession session, Server server, PartnerApplicationRequest request, AuthMetadataDocument? document, PartnerApplication existing)
    {
        var record = Register(server, request, document);
        session.PartnerApplications.Save(record);
        return record;
    }

    private static PartnerApplication Write(IStoreSession session, Server server, PartnerApplicationRequest request, AuthMetadataDocument? document)
    {
        var record = Register(server, request, document);
        session.PartnerApplications.Save(record);
        return record;
    }

    private static PartnerApplication Register(Server server, PartnerApplicationRequest request, AuthMetadataDocument? document)
    {
        var (identifier, realm, keys) = request.Source switch
        {
            PartnerSource.Certificate given => (given.ApplicationIdentifier, given.Realm, [given.Key]),
            PartnerSource.AuthorizationServer behind => (behind.ApplicationIdentifier, behind.Realm, []),
            _ => (document!.ServiceName, document.Realm, document.Keys),
        };
        return new PartnerApplication(
            server.Fqdn, request.Name, request.Source, identifier, realm, $"{identifier}@{realm}", keys, request.TrustLevel, request.Enabled,
            request.AcceptSecurityIdentifierInformation, request.LinkedAccount);
    }
}
