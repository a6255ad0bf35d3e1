namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>The members of pools, and the certificates that lie on them.</summary>
internal static class SchemaVersion4
{
    public const string Sql = """
        ALTER TABLE configured_server ADD COLUMN members TEXT NOT NULL DEFAULT '';

        CREATE TABLE member_certificate (
            server TEXT NOT NULL,
            member TEXT NOT NULL,
            thumbprint TEXT NOT NULL,
            PRIMARY KEY (server, member, thumbprint)
        ) WITHOUT ROWID;
        """;
}
