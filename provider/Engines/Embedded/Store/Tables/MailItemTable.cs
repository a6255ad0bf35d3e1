using Microsoft.Data.Sqlite;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Engines.Embedded.Store.Sqlite;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>The items that partner applications wrote into mailboxes. Their position tells which is newer.</summary>
internal sealed class MailItemTable(SqliteStatements statements)
{
    private const string Columns = "id, change_key, mailbox, folder, item_class, subject, body, body_type, created_by, created_at, properties";

    public void Add(MailItem item) => statements.Execute(
        $"INSERT INTO mail_item ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        item.Id, item.ChangeKey, item.Folder.Mailbox, item.Folder.Name, item.ItemClass, item.Subject, item.Body, item.BodyType, item.CreatedBy,
        item.CreatedAt.UtcTicks, item.Properties);

    /// <summary>False when the one before is gone, or is of another version. The position stays.</summary>
    public bool Replace(MailItem before, MailItem after) => statements.Execute(
        """
        UPDATE mail_item SET id = $3, change_key = $4, mailbox = $5, folder = $6, item_class = $7, subject = $8, body = $9, body_type = $10,
            properties = $11
        WHERE id = $1 AND change_key = $2
        """,
        before.Id, before.ChangeKey, after.Id, after.ChangeKey, after.Folder.Mailbox, after.Folder.Name, after.ItemClass, after.Subject, after.Body,
        after.BodyType, after.Properties) > 0;

    public MailItem? Find(string id) => statements.Single($"SELECT {Columns} FROM mail_item WHERE id = $1", Map, id);

    public List<MailItem> List(MailFolder folder, int offset, int count) => statements.Many(
        $"SELECT {Columns} FROM mail_item WHERE mailbox = $1 AND folder = $2 ORDER BY position DESC LIMIT $3 OFFSET $4",
        Map, folder.Mailbox, folder.Name, count, offset);

    public int Count(MailFolder folder) => statements.Single(
        "SELECT COUNT(*) FROM mail_item WHERE mailbox = $1 AND folder = $2", row => row.GetInt32(0), folder.Mailbox, folder.Name);

    public List<MailItem> ListNewest(int count) => statements.Many($"SELECT {Columns} FROM mail_item ORDER BY position DESC LIMIT $1", Map, count);

    /// <summary>False when there was no such item.</summary>
    public bool Remove(string id) => statements.Execute("DELETE FROM mail_item WHERE id = $1", id) > 0;

    private static MailItem Map(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), new MailFolder(row.GetString(2), row.GetString(3)), row.GetString(4),
        row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8), row.Instant(9))
    {
        Properties = row.GetString(10),
    };
}
