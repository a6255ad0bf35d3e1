using System.Text;
using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Emulator.Soap;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Emulator.Exchange.Ews.Folders;

/// <summary>Folders as EWS names them: distinguished ids, and opaque ids of ours that hold the mailbox and the folder.</summary>
internal static class EwsFolders
{
    private const string UserRole = "UserApplication";
    private const string ArchiveRole = "ArchiveApplication";

    /// <summary>The folder that a <c>t:DistinguishedFolderId</c> or <c>t:FolderId</c> names, if the caller may use it.</summary>
    public static async Task<MailFolder> ResolveAsync(EwsCall call, XElement? id, CancellationToken cancellationToken)
    {
        if (id?.Name.LocalName is not ("FolderId" or "DistinguishedFolderId"))
        {
            throw EwsFault.Schema("A folder id is expected.");
        }

        var value = id.RequiredAttribute("Id");
        if (id.Name.LocalName == "FolderId")
        {
            var folder = Decode(value);
            return await OpenAsync(call, folder.Mailbox, folder.Name, cancellationToken);
        }

        var mailbox = id.Element(SoapNames.Types + "Mailbox")?.Element(SoapNames.Types + "EmailAddress")?.Value.Trim();
        return await OpenAsync(call, mailbox, Known(value), cancellationToken);
    }

    /// <summary>Refuses a folder that the caller may not use, or that the mailbox lacks.</summary>
    public static async Task<MailFolder> OpenAsync(EwsCall call, string? address, string name, CancellationToken cancellationToken)
    {
        call.RequireRole(MailboxFolders.AreInArchive(name) ? ArchiveRole : UserRole);
        var mailbox = await call.MailboxAsync(address, cancellationToken);
        return MailboxFolders.AreThere(mailbox, name)
            ? new MailFolder(mailbox.SmtpAddress.ToLowerInvariant(), name)
            : throw EwsRefusal.ArchiveNotEnabled();
    }

    public static XElement WriteId(string element, MailFolder folder) => new(
        SoapNames.Types + element, new XAttribute("Id", Encode(folder)), new XAttribute("ChangeKey", "AQAAAA=="));

    /// <summary>Whether an id is one of a folder.</summary>
    public static bool IsFolderId(string id) => TryDecode(id) is not null;

    private static string Known(string id) => MailFolders.Find(id) is null ? throw EwsRefusal.FolderNotFound() : id;

    private static string Encode(MailFolder folder) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{folder.Name}\n{folder.Mailbox}"));

    private static MailFolder Decode(string id) => id.Length == 0
        ? throw new EwsRefusal("ErrorInvalidIdEmpty", "Id must be non-empty.")
        : TryDecode(id) ?? throw EwsRefusal.MalformedId();

    private static MailFolder? TryDecode(string id)
    {
        var bytes = new byte[Math.Min(id.Length, 1024)];
        var parts = Convert.TryFromBase64String(id, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written).Split('\n') : [];
        return parts is [var name, var mailbox] && MailFolders.Find(name) is not null ? new MailFolder(mailbox, name) : null;
    }
}
