using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Store.Tables;

/// <summary>Authorization servers that a server trusts. Names are unique on a server whatever their case.</summary>
public interface IAuthorizationServerTable
{
    AuthorizationServer? Find(string server, string name);

    IReadOnlyList<AuthorizationServer> List(string server);

    IReadOnlyList<AuthorizationServer> FindByIdentifier(string server, string applicationIdentifier);

    /// <summary>The server's records that trust the issuer.</summary>
    IReadOnlyList<AuthorizationServer> FindByIssuer(string server, string issuer);

    /// <summary>Inserts the record, or replaces the one of that server and name.</summary>
    void Save(AuthorizationServer authorizationServer);

    void Remove(string server, string name);
}
