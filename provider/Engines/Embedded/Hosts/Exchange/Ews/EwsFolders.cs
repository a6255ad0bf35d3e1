using System.Text;
using System.Xml.Linq;
using PartnerTrust.Engines.Embedded.Hosts.Mail;
using PartnerTrust.Engines.Embedded.Hosts.Soap;
using PartnerTrust.Engines.Requests;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Engines.Embedded.Hosts.Exchange.Ews;

/// <summary>Folders as EWS names them: distinguished ids, and opaque ids of ours that hold the mailbox and the folder.</summary>
internal static class EwsFolders
{
    private const string UserRole = "UserApplication";
    private const string ArchiveRole = "ArchiveApplication";

    /// <summary>The folder that a <c>t:DistinguishedFolderId</c> or <c>t:FolderId</c> names, if the caller may use it.</summary>
    public static async Task<MailFolder> ResolveAsync(EwsCall call, XElement? id, CancellationToken cancellationToken)
    {
        var value = id?.Attribute("Id")?.Value ?? throw EwsRefusal.Malformed("A folder id is missing.");
        if (id.Name == SoapNames.Types + "FolderId")
        {
            var folder = Decode(value);
            return await OpenAsync(call, folder.Mailbox, folder.Name, cancellationToken).ConfigureAwait(false);
        }

        var mailbox = id.Element(SoapNames.Types + "Mailbox")?.Element(SoapNames.Types + "EmailAddress")?.Value.Trim();
        return await OpenAsync(call, mailbox, Distinguished(value), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Refuses a folder that the caller may not use, or that the mailbox lacks.</summary>
    public static async Task<MailFolder> OpenAsync(EwsCall call, string? address, StorageFolder name, CancellationToken cancellationToken)
    {
        call.RequireRole(name == StorageFolder.Dumpster ? ArchiveRole : UserRole);
        var mailbox = await call.MailboxAsync(address, cancellationToken).ConfigureAwait(false);
        return name == StorageFolder.Dumpster && !mailbox.ArchiveEnabled ? throw EwsRefusal.ArchiveNotEnabled() : Of(mailbox, name);
    }

    public static string DisplayName(StorageFolder name) => name switch
    {
        StorageFolder.ConversationHistory => "Conversation History",
        StorageFolder.Dumpster => "Purges",
        _ => "Inbox",
    };

    /// <summary>The distinguished id under which the folder is asked for. Partners archive into the purges of the archive.</summary>
    public static string DistinguishedId(StorageFolder name) => name switch
    {
        StorageFolder.ConversationHistory => "conversationhistory",
        StorageFolder.Dumpster => "archiverecoverableitemspurges",
        _ => "inbox",
    };

    public static XElement IdElement(string element, MailFolder folder) => new(
        SoapNames.Types + element, new XAttribute("Id", Encode(folder)), new XAttribute("ChangeKey", "AQAAAA=="));

    private static MailFolder Of(Mailbox mailbox, StorageFolder name) => new(mailbox.SmtpAddress.ToLowerInvariant(), name);

    private static StorageFolder Distinguished(string id) => id switch
    {
        "conversationhistory" => StorageFolder.ConversationHistory,
        "inbox" => StorageFolder.Inbox,
        "archiverecoverableitemsroot" or "archiverecoverableitemsdeletions"
            or "archiverecoverableitemspurges" or "archiverecoverableitemsversions" => StorageFolder.Dumpster,
        _ => throw EwsRefusal.FolderNotFound(),
    };

    private static string Encode(MailFolder folder) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{DistinguishedId(folder.Name)}\n{folder.Mailbox}"));

    private static MailFolder Decode(string id)
    {
        var bytes = new byte[id.Length];
        if (id.Length > 1024 || !Convert.TryFromBase64String(id, bytes, out var written))
            throw new EwsRefusal("ErrorInvalidIdMalformed", "Id is malformed.");

        var parts = Encoding.UTF8.GetString(bytes, 0, written).Split('\n');
        return parts.Length == 2
            ? new MailFolder(parts[1], Distinguished(parts[0]))
            : throw new EwsRefusal("ErrorInvalidIdMalformed", "Id is malformed.");
    }
}
