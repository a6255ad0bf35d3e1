using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Operations;

/// <summary>The token servers that a server trusts. Their keys are copied whenever the record is written.</summary>
internal sealed class AuthorizationServerOperations(ITrustStore store, ServerDirectory servers, IMetadataSource metadata)
{
    private const string Kind = "authorization server";

    public Task<AuthorizationServer?> FindAsync(string fqdn, string name, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.ReadAsync(session => session.AuthorizationServers.Find(server.Fqdn, name), cancellationToken);
    }

    public Task<IReadOnlyList<AuthorizationServer>> ListAsync(string fqdn, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.ReadAsync(session => session.AuthorizationServers.List(server.Fqdn), cancellationToken);
    }

    public async Task<AuthorizationServer> CreateAsync(AuthorizationServerRequest request, CancellationToken cancellationToken)
    {
        var record = await CopyAsync(request, cancellationToken);
        return await store.WriteAsync(
            session => session.AuthorizationServers.Find(record.Server, record.Name) is null
                ? Save(session, record)
                : throw new FaultException(FaultCatalogue.NameTaken($"an {Kind}", record.Server, record.Name)),
            cancellationToken);
    }

    public async Task<AuthorizationServer> UpdateAsync(AuthorizationServerRequest request, CancellationToken cancellationToken)
    {
        var record = await CopyAsync(request, cancellationToken);
        return await store.WriteAsync(
            session => session.AuthorizationServers.Find(record.Server, record.Name) is not null
                ? Save(session, record)
                : throw new FaultException(FaultCatalogue.RecordGone(Kind, record.Server, record.Name)),
            cancellationToken);
    }

    public Task RemoveAsync(string fqdn, string name, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        return store.WriteAsync(
            session =>
            {
                session.AuthorizationServers.Remove(server.Fqdn, name);
                return true;
            },
            cancellationToken);
    }

    private async Task<AuthorizationServer> CopyAsync(AuthorizationServerRequest request, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        var document = await metadata.FetchAsync(request.AuthMetadataUrl, trustAnySslCertificate: false, cancellationToken);
        return Register(server.Fqdn, request, document);
    }

    private static AuthorizationServer Register(string server, AuthorizationServerRequest request, AuthMetadataDocument document) => new(
        server, request.Name, request.AuthMetadataUrl, request.Realm ?? document.Realm, document.Issuer, document.Keys);

    private static AuthorizationServer Save(IStoreSession session, AuthorizationServer record)
    {
        session.AuthorizationServers.Save(record);
        return record;
    }
}
