namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Which servers go by what they once knew, and the records that they knew.</summary>
internal static class MemoryTables
{
    public const string Partners = "remembered_partner";
    public const string AuthorizationServers = "remembered_authorization_server";

    private const string Hosts = "CREATE TABLE host_memory (server TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;";

    public static string Sql { get; } = $"{Hosts} {PartnerTables.OfPartners(Partners)} {PartnerTables.OfAuthorizationServers(AuthorizationServers)}";

    public static string BeforeVersion8 { get; } = $"{Hosts} {PartnerTables.BeforeVersion8(Partners, AuthorizationServers)}";
}
