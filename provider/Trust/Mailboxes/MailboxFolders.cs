namespace PartnerTrust.Trust.Mailboxes;

/// <summary>Which folders a mailbox has, by their distinguished ids.</summary>
public static class MailboxFolders
{
    /// <summary>What the id of every folder of an archive begins with.</summary>
    public const string Archive = "archive";

    public static bool AreInArchive(string id) => id.StartsWith(Archive, StringComparison.Ordinal);

    /// <summary>The folders of an archive are there only where it is enabled (domain.md 6.1).</summary>
    public static bool AreThere(Mailbox mailbox, string id) => mailbox.ArchiveEnabled || !AreInArchive(id);
}
