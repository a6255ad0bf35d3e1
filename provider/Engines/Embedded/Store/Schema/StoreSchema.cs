namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>The schema of a new store. A change is made here and, for stores that are there already, in <see cref="Migration.All"/>: both
/// must come to the same.</summary>
internal static class StoreSchema
{
    public const int Version = 9;

    /// <summary>Who a store is (the states that were written to it know it by that), and which resource of an id stands.</summary>
    private const string Identity = """
        INSERT OR IGNORE INTO setting (name, value) VALUES ('identity', randomblob(16));
        CREATE TABLE instance (
            type TEXT NOT NULL,
            id TEXT NOT NULL COLLATE NOCASE,
            mark TEXT NOT NULL,
            urn TEXT NOT NULL,
            PRIMARY KEY (type, id)
        ) WITHOUT ROWID;
        CREATE INDEX instance_urn ON instance (type, urn);
        """;

    public static string Sql { get; } = string.Join(
        '\n',
        TrustTables.Sql,
        PartnerTables.OfPartners(PartnerTables.Partners),
        PartnerTables.OfAuthorizationServers(PartnerTables.AuthorizationServers),
        HostTables.Sql,
        MemoryTables.Sql,
        Identity);
}
