namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>The trust itself. Names compare without case; fqdns, identifiers, realms and issuers exactly.</summary>
internal static class SchemaVersion1
{
    public const string Sql = """
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
            key_size INTEGER NOT NULL
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

        CREATE TABLE certificate_slots (
            server TEXT NOT NULL PRIMARY KEY,
            previous TEXT,
            current TEXT,
            next TEXT,
            next_effective INTEGER,
            FOREIGN KEY (server, previous) REFERENCES server_certificate (server, thumbprint),
            FOREIGN KEY (server, current) REFERENCES server_certificate (server, thumbprint),
            FOREIGN KEY (server, next) REFERENCES server_certificate (server, thumbprint),
            CHECK ((next IS NULL) = (next_effective IS NULL))
        );

        CREATE TABLE published_metadata (
            url TEXT NOT NULL PRIMARY KEY,
            host TEXT NOT NULL,
            server TEXT NOT NULL
        );
        CREATE INDEX published_metadata_host ON published_metadata (host, url);
        CREATE INDEX published_metadata_server ON published_metadata (server, url);

        CREATE TABLE partner_application (
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
            linked_account_roles TEXT NOT NULL,
            UNIQUE (server, name)
        );
        CREATE INDEX partner_application_identifier ON partner_application (server, application_identifier, name);
        CREATE INDEX partner_application_issuer ON partner_application (issuer, server, name);
        CREATE INDEX partner_application_certificate ON partner_application (source_certificate);

        CREATE TABLE partner_application_key (
            owner INTEGER NOT NULL REFERENCES partner_application (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            certificate INTEGER NOT NULL REFERENCES certificate (id),
            PRIMARY KEY (owner, position)
        ) WITHOUT ROWID;
        CREATE INDEX partner_application_key_certificate ON partner_application_key (certificate);

        CREATE TABLE authorization_server (
            id INTEGER PRIMARY KEY,
            server TEXT NOT NULL,
            name TEXT NOT NULL COLLATE NOCASE,
            url TEXT NOT NULL,
            application_identifier TEXT NOT NULL,
            realm TEXT NOT NULL,
            issuer TEXT NOT NULL,
            UNIQUE (server, name)
        );
        CREATE INDEX authorization_server_identifier ON authorization_server (server, application_identifier, name);
        CREATE INDEX authorization_server_issuer ON authorization_server (issuer, server, name);

        CREATE TABLE authorization_server_key (
            owner INTEGER NOT NULL REFERENCES authorization_server (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            certificate INTEGER NOT NULL REFERENCES certificate (id),
            PRIMARY KEY (owner, position)
        ) WITHOUT ROWID;
        CREATE INDEX authorization_server_key_certificate ON authorization_server_key (certificate);

        CREATE TABLE oauth_configuration (
            server TEXT NOT NULL PRIMARY KEY,
            realm TEXT NOT NULL,
            service_name TEXT NOT NULL,
            exchange_autodiscover_url TEXT,
            allowed_domains TEXT NOT NULL
        ) WITHOUT ROWID;

        -- What was there before a stack first wrote; realm is null where nothing was.
        CREATE TABLE oauth_original (
            server TEXT NOT NULL PRIMARY KEY,
            realm TEXT,
            service_name TEXT,
            exchange_autodiscover_url TEXT,
            allowed_domains TEXT
        ) WITHOUT ROWID;
        """;
}
