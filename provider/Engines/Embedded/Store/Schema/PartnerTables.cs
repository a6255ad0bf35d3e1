namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>What servers keep about their partners, with the keys that they copied, in the copiers' order.</summary>
internal static class PartnerTables
{
    public const string Partners = "partner_application";
    public const string AuthorizationServers = "authorization_server";

    /// <summary>What stores have since version 8.</summary>
    private static readonly string[] AddedToPartners = ["is_trust_broker INTEGER NOT NULL DEFAULT 1"];
    private static readonly string[] AddedToAuthorizationServers = ["type TEXT", "is_default_endpoint INTEGER NOT NULL DEFAULT 0"];

    public static string OfPartners(string table) => PartnersWith(table, AddedToPartners);

    public static string OfAuthorizationServers(string table) => AuthorizationServersWith(table, AddedToAuthorizationServers);

    /// <summary>As both were before version 8.</summary>
    public static string BeforeVersion8(string partners, string authorizationServers) =>
        $"{PartnersWith(partners, [])} {AuthorizationServersWith(authorizationServers, [])}";

    /// <summary>Makes out of those before what they are since.</summary>
    public static string ToVersion8(string partners, string authorizationServers) => string.Concat(
        AddedToPartners.Select(column => $"ALTER TABLE {partners} ADD COLUMN {column};")
            .Concat(AddedToAuthorizationServers.Select(column => $"ALTER TABLE {authorizationServers} ADD COLUMN {column};")));

    private static string PartnersWith(string table, string[] added) => $"""
        CREATE TABLE {table} (
            id INTEGER PRIMARY KEY,
            server TEXT NOT NULL,
            name TEXT NOT NULL COLLATE NOCASE,
            source TEXT NOT NULL CHECK (source IN ('metadata', 'certificate', 'authorizationServer')),
            source_url TEXT,
            source_certificate INTEGER REFERENCES certificate (id),
            trust_any_certificate INTEGER NOT NULL,
            application_identifier TEXT NOT NULL,
            realm TEXT NOT NULL,
            issuer TEXT NOT NULL,
            trust_level TEXT,
            enabled INTEGER NOT NULL,
            accept_sid INTEGER NOT NULL,
            linked_account TEXT,
            linked_account_roles TEXT NOT NULL{Columns(added)},
            UNIQUE (server, name)
        );
        CREATE INDEX {table}_identifier ON {table} (server, application_identifier, name);
        CREATE INDEX {table}_issuer ON {table} (issuer, server, name);
        CREATE INDEX {table}_certificate ON {table} (source_certificate);
        {KeysOf(table)}
        """;

    private static string AuthorizationServersWith(string table, string[] added) => $"""
        CREATE TABLE {table} (
            id INTEGER PRIMARY KEY,
            server TEXT NOT NULL,
            name TEXT NOT NULL COLLATE NOCASE,
            url TEXT NOT NULL,
            application_identifier TEXT NOT NULL,
            realm TEXT NOT NULL,
            issuer TEXT NOT NULL{Columns(added)},
            UNIQUE (server, name)
        );
        CREATE INDEX {table}_identifier ON {table} (server, application_identifier, name);
        CREATE INDEX {table}_issuer ON {table} (issuer, server, name);
        {KeysOf(table)}
        """;

    private static string Columns(string[] added) => string.Concat(added.Select(column => ", " + column));

    private static string KeysOf(string table) => $"""
        CREATE TABLE {table}_key (
            owner INTEGER NOT NULL REFERENCES {table} (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            certificate INTEGER NOT NULL REFERENCES certificate (id),
            PRIMARY KEY (owner, position)
        ) WITHOUT ROWID;
        CREATE INDEX {table}_key_certificate ON {table}_key (certificate);
        """;
}
