using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Store;

/// <summary>Token servers that a server trusts. Names are unique on a server whatever their case.</summary>
public interface IAuthorizationServerTable
{
    AuthorizationServer? Find(string server, string name);

    IReadOnlyList<AuthorizationServer> List(string server);

    IReadOnlyList<AuthorizationServer> FindByIdentifier(string server, string applicationIdentifier);

    /// <summary>The records on any server that trust the issuer.</summary>
    IReadOnlyList<AuthorizationServer> FindByIssuer(string issuer);

    /// <summary>Inserts the record, or replaces the one of that server and name.</summary>
    void Save(AuthorizationServer authorizationServer);

    void Remove(string server, string name);
}
