using System.Collections.Frozen;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Emulator.Mail;

/// <summary>The folders that every mailbox has, and those of its archive.</summary>
internal static class MailFolders
{
    public const string Drafts = "drafts";
    public const string DeletedItems = "deleteditems";
    public const string Deletions = "recoverableitemsdeletions";

    /// <summary>Parents before their children, as a deep search shows them.</summary>
    public static IReadOnlyList<KnownFolder> All { get; } =
    [
        new("root", "Root", null),
        new("msgfolderroot", "Top of Information Store", "root"),
        new("inbox", "Inbox", "msgfolderroot"),
        new("drafts", "Drafts", "msgfolderroot"),
        new("sentitems", "Sent Items", "msgfolderroot"),
        new("deleteditems", "Deleted Items", "msgfolderroot"),
        new("outbox", "Outbox", "msgfolderroot"),
        new("junkemail", "Junk Email", "msgfolderroot"),
        new("conversationhistory", "Conversation History", "msgfolderroot"),
        new("recoverableitemsroot", "Recoverable Items", "root"),
        new("recoverableitemsdeletions", "Deletions", "recoverableitemsroot"),
        new("recoverableitemsversions", "Versions", "recoverableitemsroot"),
        new("recoverableitemspurges", "Purges", "recoverableitemsroot"),
        new("archiveroot", "Root", null),
        new("archivemsgfolderroot", "Top of Information Store", "archiveroot"),
        new("archivedeleteditems", "Deleted Items", "archivemsgfolderroot"),
        new("archiverecoverableitemsroot", "Recoverable Items", "archiveroot"),
        new("archiverecoverableitemsdeletions", "Deletions", "archiverecoverableitemsroot"),
        new("archiverecoverableitemsversions", "Versions", "archiverecoverableitemsroot"),
        new("archiverecoverableitemspurges", "Purges", "archiverecoverableitemsroot"),
    ];

    private static readonly FrozenDictionary<string, KnownFolder> ById = All.ToFrozenDictionary(folder => folder.Id, StringComparer.Ordinal);

    /// <summary>Null for a folder that these mailboxes do not have, a calendar for instance.</summary>
    public static KnownFolder? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The folder of the same purpose on the side of the mailbox where another one lies.</summary>
    public static string SameSide(string id, string besides) => MailboxFolders.AreInArchive(besides) ? MailboxFolders.Archive + id : id;

    public static IEnumerable<KnownFolder> ChildrenOf(string id) => All.Where(folder => folder.Parent == id);

    /// <summary>Children, their children, and so on.</summary>
    public static IEnumerable<KnownFolder> Below(string id) => ChildrenOf(id).SelectMany(child => Below(child.Id).Prepend(child));
}
