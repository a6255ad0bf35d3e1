namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Mail items keep whatever clients write, in any folder of a mailbox; a server may go by what it once knew.</summary>
internal static class SchemaVersion3
{
    public const string Sql = """
        ALTER TABLE mail_item ADD COLUMN properties TEXT NOT NULL DEFAULT '';

        UPDATE mail_item SET folder = CASE folder
            WHEN 'ConversationHistory' THEN 'conversationhistory'
            WHEN 'Dumpster' THEN 'archiverecoverableitemspurges'
            ELSE 'inbox'
        END;

        CREATE TABLE host_memory (
            server TEXT NOT NULL PRIMARY KEY,
            records TEXT NOT NULL
        ) WITHOUT ROWID;

        DROP TABLE host_restart;
        """;
}
