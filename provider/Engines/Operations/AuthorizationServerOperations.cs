using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Operations;

/// <summary>The token servers that a server trusts. Their keys are copied whenever the record is written.</summary>
internal sealed class AuthorizationServerOperations(
    ITrustStore store, ServerDirectory servers, IMetadataSource metadata, TimeProvider time)
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

    public Task<AuthorizationServer> CreateAsync(AuthorizationServerRequest request, CancellationToken cancellationToken) => WriteAsync(
        request, (existing, _) => existing is null ? null : FaultCatalogue.NameTaken($"an {Kind}", existing.Server, existing.Name, request.Name), cancellationToken);

    public Task<AuthorizationServer> UpdateAsync(AuthorizationServerRequest request, CancellationToken cancellationToken) => WriteAsync(
        request,
        (existing, document) => existing is null
            ? FaultCatalogue.RecordGone(Kind, request.Server, request.Name)
            : AuthorizationServerRules.RefuseOther(existing, document),
        cancellationToken);

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

    private async Task<AuthorizationServer> WriteAsync(
        AuthorizationServerRequest request, Func<AuthorizationServer?, AuthMetadataDocument, Fault?> refuse, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        var document = await metadata.FetchAsync(request.AuthMetadataUrl, trustAnySslCertificate: false, cancellationToken);
        return await store.WriteAsync(
            session =>
            {
                if (request.InPlaceOf is { } name && session.AuthorizationServers.Find(server.Fqdn, name) is { } predecessor
                    && (predecessor.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase) || predecessor.Issuer == document.Issuer))
                {
                    session.AuthorizationServers.Remove(server.Fqdn, predecessor.Name);
                }

                var existing = session.AuthorizationServers.Find(server.Fqdn, request.Name);
                if (refuse(existing, document) is { } fault)
                {
                    throw new FaultException(fault);
                }

                var record = AuthorizationServerRules.Register(
                    server, existing?.Name ?? request.Name, request.AuthMetadataUrl, request.Realm, document,
                    session.AuthorizationServers.List(server.Fqdn), time.GetUtcNow());
                session.AuthorizationServers.Save(record);
                return record;
            },
            cancellationToken);
    }
}
