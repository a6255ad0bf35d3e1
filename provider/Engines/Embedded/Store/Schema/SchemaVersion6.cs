namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Who the store is, for the states that were written to it, and which resource of an id stands.</summary>
internal static class SchemaVersion6
{
    public const string Sql = """
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
}
