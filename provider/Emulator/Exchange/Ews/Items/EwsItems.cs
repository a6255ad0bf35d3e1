using System.Security.Cryptography;
using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Folders;
using PartnerTrust.Emulator.Mail;

namespace PartnerTrust.Emulator.Exchange.Ews.Items;

/// <summary>Items as EWS names them, by opaque ids.</summary>
internal static class EwsItems
{
    public static string NewId() => "AAMk" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));

    public static string NewChangeKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(15));

    /// <summary>The item as it will be in another folder, under another id.</summary>
    public static MailItem In(MailItem item, MailFolder folder) => item with { Id = NewId(), ChangeKey = NewChangeKey(), Folder = folder };

    /// <summary>The item that a <c>t:ItemId</c> names. Another mailbox's item is "not found": its existence is nobody else's business.</summary>
    public static async Task<MailItem> ResolveAsync(EwsCall call, XElement id, CancellationToken cancellationToken)
    {
        if (id.Name.LocalName != "ItemId")
        {
            throw EwsFault.Schema($"The element '{id.Name.LocalName}' is not the id of an item.");
        }

        var item = await call.Backend.FindItemAsync(Value(id), cancellationToken) ?? throw EwsRefusal.ItemNotFound();
        try
        {
            await EwsFolders.OpenAsync(call, item.Folder.Mailbox, item.Folder.Name, cancellationToken);
            return item;
        }
        catch (EwsRefusal)
        {
            throw EwsRefusal.ItemNotFound();
        }
    }

    private static string Value(XElement id) => id.RequiredAttribute("Id") switch
    {
        "" => throw new EwsRefusal("ErrorInvalidIdEmpty", "Id must be non-empty."),
        var value when EwsFolders.IsFolderId(value) => throw new EwsRefusal(
            "ErrorCannotUseFolderIdForItemId", "The id of a folder cannot be used as the id of an item."),
        var value => value,
    };
}
