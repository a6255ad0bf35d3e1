namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Which servers go by what they once knew, and the records that they knew.</summary>
internal static class MemoryTables
{
    public const string Partners = "remembered_partner";
    public const string AuthorizationServers = "remembered_authorization_server";

    public static string Sql { get; } = $"""
        CREATE TABLE host_memory (
            server TEXT NOT NULL PRIMARY KEY
        ) WITHOUT ROWID;
        {PartnerTables.OfPartners(Partners)}
        {PartnerTables.OfAuthorizationServers(AuthorizationServers)}
        """;
}
