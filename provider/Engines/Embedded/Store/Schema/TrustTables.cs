namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>The trust itself. Names compare without case; fqdns, identifiers, realms and issuers exactly. Instants are ticks of UTC, lists
/// are lines.</summary>
internal static class TrustTables
{
    /// <summary>Since version 9.</summary>
    public const string SoundKey = "sound_key BLOB";

    public const string Sql = $"""
        CREATE TABLE setting (
            name TEXT NOT NULL PRIMARY KEY,
            value BLOB NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE certificate (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE,
            der BLOB NOT NULL,
            subject TEXT NOT NULL,
            issuer TEXT NOT NULL,
            serial_number TEXT NOT NULL,
            not_before INTEGER NOT NULL,
            not_after INTEGER NOT NULL,
            key_algorithm TEXT NOT NULL,
            key_size INTEGER NOT NULL, {SoundKey}
        );

        CREATE TABLE server_certificate (
            server TEXT NOT NULL,
            thumbprint TEXT NOT NULL,
            certificate INTEGER NOT NULL REFERENCES certificate (id),
            generated INTEGER NOT NULL,
            sealed_key BLOB,
            PRIMARY KEY (server, thumbprint)
        );
        CREATE INDEX server_certificate_certificate ON server_certificate (certificate);

        -- Since when the current one signs is null where that is not known.
        CREATE TABLE certificate_slots (
            server TEXT NOT NULL PRIMARY KEY,
            previous TEXT,
            current TEXT,
            next TEXT,
            next_effective INTEGER,
            current_since INTEGER,
            FOREIGN KEY (server, previous) REFERENCES server_certificate (server, thumbprint),
            FOREIGN KEY (server, current) REFERENCES server_certificate (server, thumbprint),
            FOREIGN KEY (server, next) REFERENCES server_certificate (server, thumbprint),
            CHECK ((next IS NULL) = (next_effective IS NULL))
        );

        -- What lies on the members of pools.
        CREATE TABLE member_certificate (
            server TEXT NOT NULL,
            member TEXT NOT NULL,
            thumbprint TEXT NOT NULL,
            PRIMARY KEY (server, member, thumbprint)
        ) WITHOUT ROWID;

        CREATE TABLE published_metadata (
            url TEXT NOT NULL PRIMARY KEY,
            host TEXT NOT NULL,
            server TEXT NOT NULL
        );
        CREATE INDEX published_metadata_host ON published_metadata (host, url);
        CREATE INDEX published_metadata_server ON published_metadata (server, url);

        CREATE TABLE oauth_configuration (
            server TEXT NOT NULL PRIMARY KEY,
            realm TEXT NOT NULL,
            service_name TEXT NOT NULL,
            exchange_autodiscover_url TEXT,
            allowed_domains TEXT NOT NULL,
            client_authorization_server TEXT
        ) WITHOUT ROWID;

        -- What was there before a stack first wrote; realm is null where nothing was.
        CREATE TABLE oauth_original (
            server TEXT NOT NULL PRIMARY KEY,
            realm TEXT,
            service_name TEXT,
            exchange_autodiscover_url TEXT,
            allowed_domains TEXT,
            client_authorization_server TEXT
        ) WITHOUT ROWID;
        """;
}
