using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Store.Tables;

/// <summary>Partner applications. Names are unique on a server whatever their case, as in the products' own directories.</summary>
public interface IPartnerApplicationTable
{
    PartnerApplication? Find(string server, string name);

    /// <summary>One page in order of name, after <paramref name="afterName"/>.</summary>
    IReadOnlyList<PartnerApplication> List(string server, string? afterName, int pageSize);

    /// <summary>Every record of that application on the server: direct ones, and hybrid ones behind an authorization server.</summary>
    IReadOnlyList<PartnerApplication> FindByIdentifier(string server, string applicationIdentifier);

    /// <summary>The server's records that trust the issuer.</summary>
    IReadOnlyList<PartnerApplication> FindByIssuer(string server, string issuer);

    /// <summary>The issuers of the enabled records, in order of the records' names.</summary>
    IReadOnlyList<string> ListIssuers(string server, int count);

    /// <summary>Inserts the record, or replaces the one of that server and name.</summary>
    void Save(PartnerApplication application);

    void Remove(string server, string name);
}
