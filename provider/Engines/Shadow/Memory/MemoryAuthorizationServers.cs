using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Shadow.Memory;

internal sealed class MemoryAuthorizationServers(MemorySession session) : IAuthorizationServerTable
{
    public AuthorizationServer? Find(string server, string name) => session.Of(server).AuthorizationServers.Find(server, name);

    public IReadOnlyList<AuthorizationServer> List(string server) =>
        session.Of(server).AuthorizationServers.List(server, null, int.MaxValue);

    public IReadOnlyList<AuthorizationServer> FindByIdentifier(string server, string applicationIdentifier) =>
        session.Of(server).AuthorizationServers.FindByIdentifier(server, applicationIdentifier);

    public IReadOnlyList<AuthorizationServer> FindByIssuer(string issuer) => session.OfAll().AuthorizationServers.FindByIssuer(issuer);

    public void Save(AuthorizationServer authorizationServer) => session.State = session.Of(authorizationServer.Server) with
    {
        AuthorizationServers = session.State.AuthorizationServers.Save(authorizationServer),
    };

    public void Remove(string server, string name) => session.State = session.Of(server) with
    {
        AuthorizationServers = session.State.AuthorizationServers.Remove(server, name),
    };
}
