namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Mail items keep whatever clients write, in any folder of a mailbox.</summary>
internal static class SchemaVersion3
{
    public const string Sql = """
        ALTER TABLE mail_item ADD COLUMN properties TEXT NOT NULL DEFAULT '';

        UPDATE mail_item SET folder = CASE folder
            WHEN 'ConversationHistory' THEN 'conversationhistory'
            WHEN 'Dumpster' THEN 'archiverecoverableitemspurges'
            ELSE 'inbox'
        END;
        """;
}
