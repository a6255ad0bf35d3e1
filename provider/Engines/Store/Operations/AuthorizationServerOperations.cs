using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Store.Operations;

/// <summary>The authorization servers that a server trusts. Their keys are copied whenever the record is written.</summary>
internal sealed class AuthorizationServerOperations(
    ITrustStore store, ServerDirectory servers, IMetadataSource metadata, TimeProvider time)
{
    private const string Kind = "authorization server";

    public async Task<AuthorizationServer> SaveAsync(
        SaveAuthorizationServer request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        var document = await metadata.FetchAsync(
            new FetchMetadata(request.AuthMetadataUrl, TrustAnySslCertificate: false), progress, cancellationToken);
        return await store.WriteAsync(
            session => Save(session, server, request, document, request.Guard is RecordGuard.Known known
                ? Require(session, server, request.Name, known.Identity, document).Name
                : MakeWay(session, server, request, document, (RecordGuard.New)request.Guard)),
            cancellationToken);
    }

    public Task RemoveAsync(RemoveRecord request, CancellationToken cancellationToken)
    {
        var server = servers.Require(request.Server);
        return store.WriteAsync(
            session =>
            {
                if (session.AuthorizationServers.Find(server.Fqdn, request.Name) is { } existing)
                {
                    RequireOf(existing, request.Identity);
                    session.AuthorizationServers.Remove(server.Fqdn, existing.Name);
                }

                return true;
            },
            cancellationToken);
    }

    /// <summary>The name under which the new record goes.</summary>
    private static string MakeWay(
        IStoreSession session, Server server, SaveAuthorizationServer request, AuthMetadataDocument document, RecordGuard.New guard)
    {
        if (guard.InPlaceOf is { } name && session.AuthorizationServers.Find(server.Fqdn, name) is { } predecessor
            && (predecessor.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase) || predecessor.Issuer == document.Issuer))
        {
            session.AuthorizationServers.Remove(server.Fqdn, predecessor.Name);
        }

        var existing = session.AuthorizationServers.Find(server.Fqdn, request.Name);
        if (existing is null)
        {
            return request.Name;
        }

        return guard.Adopts(existing.Name) && AuthorizationServerRules.IsSame(existing, request.Draft, document)
            ? existing.Name
            : throw new FaultException(FaultCatalogue.NameTaken($"an {Kind}", existing.Server, existing.Name, request.Name));
    }

    private static AuthorizationServer Require(
        IStoreSession session, Server server, string name, PartnerIdentity? identity, AuthMetadataDocument document)
    {
        var existing = session.AuthorizationServers.Find(server.Fqdn, name)
            ?? throw new FaultException(FaultCatalogue.RecordGone(Kind, server.Fqdn, name));
        RequireOf(existing, identity);
        return AuthorizationServerRules.RefuseOther(existing, document) is { } fault ? throw new FaultException(fault) : existing;
    }

    private static void RequireOf(AuthorizationServer existing, PartnerIdentity? identity)
    {
        if (identity is not null && AuthorizationServerRules.IdentityOf(existing.Issuer) is var found && found != identity)
        {
            throw new FaultException(FaultCatalogue.RecordOfAnother(Kind, existing.Server, existing.Name, found, identity));
        }
    }

    private AuthorizationServer Save(
        IStoreSession session, Server server, SaveAuthorizationServer request, AuthMetadataDocument document, string name)
    {
        var record = AuthorizationServerRules.Register(
            server, request.Draft with { Name = name }, document, session.AuthorizationServers.List(server.Fqdn), time.GetUtcNow());
        session.AuthorizationServers.Save(record);
        return record;
    }
}
