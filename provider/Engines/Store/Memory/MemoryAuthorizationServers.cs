using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Store.Memory;

internal sealed class MemoryAuthorizationServers(MemorySession session) : IAuthorizationServerTable
{
    public AuthorizationServer? Find(string server, string name) =>
        session.Of(server, ServerParts.AuthorizationServers).AuthorizationServers.Find(server, name);

    public IReadOnlyList<AuthorizationServer> List(string server) =>
        session.Of(server, ServerParts.AuthorizationServers).AuthorizationServers.List(server, null, int.MaxValue);

    public IReadOnlyList<AuthorizationServer> FindByIdentifier(string server, string applicationIdentifier) =>
        session.Of(server, ServerParts.AuthorizationServers).AuthorizationServers.FindByIdentifier(server, applicationIdentifier);

    public IReadOnlyList<AuthorizationServer> FindByIssuer(string server, string issuer) =>
        [.. session.Of(server, ServerParts.AuthorizationServers).AuthorizationServers.FindByIssuer(issuer).Where(record => record.Server == server)];

    public void Save(AuthorizationServer authorizationServer) =>
        session.State = session.Of(authorizationServer.Server, ServerParts.AuthorizationServers) with
        {
            AuthorizationServers = session.State.AuthorizationServers.Save(authorizationServer),
        };

    public void Remove(string server, string name) => session.State = session.Of(server, ServerParts.AuthorizationServers) with
    {
        AuthorizationServers = session.State.AuthorizationServers.Remove(server, name),
    };
}
