namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>What the hosts keep, and the configuration as the last stack that wrote gave it, for the lab commands, which have none of their
/// own. Lists are lines.</summary>
internal static class HostTables
{
    public const string Sql = """
        CREATE TABLE configured_server (
            fqdn TEXT NOT NULL PRIMARY KEY,
            product TEXT NOT NULL,
            realm TEXT NOT NULL,
            metadata_url TEXT NOT NULL,
            accepted_domains TEXT NOT NULL,
            members TEXT NOT NULL DEFAULT '',
            names TEXT NOT NULL DEFAULT ''
        ) WITHOUT ROWID;

        CREATE TABLE configured_mailbox (
            smtp_address TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,
            sip_uri TEXT NOT NULL,
            server TEXT NOT NULL,
            archive_enabled INTEGER NOT NULL,
            security_identifier TEXT
        ) WITHOUT ROWID;

        CREATE TABLE mail_item (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            change_key TEXT NOT NULL,
            mailbox TEXT NOT NULL COLLATE NOCASE,
            folder TEXT NOT NULL,
            item_class TEXT NOT NULL,
            subject TEXT NOT NULL,
            body TEXT NOT NULL,
            body_type TEXT NOT NULL,
            created_by TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            properties TEXT NOT NULL DEFAULT ''
        );
        CREATE INDEX mail_item_folder ON mail_item (mailbox, folder, position);

        CREATE TABLE host_fault (
            server TEXT NOT NULL,
            kind TEXT NOT NULL,
            value TEXT,
            PRIMARY KEY (server, kind)
        ) WITHOUT ROWID;
        """;
}
