using System.Xml.Linq;
using PartnerTrust.Engines.Embedded.Hosts.Mail;
using PartnerTrust.Engines.Embedded.Hosts.Soap;

namespace PartnerTrust.Engines.Embedded.Hosts.Exchange.Ews;

/// <summary>The operations that partners use.</summary>
internal static class EwsOperations
{
    private const int MostAtOnce = 100;

    /// <summary>Null for an operation that this service does not play.</summary>
    public static Task<XElement>? Run(EwsCall call, CancellationToken cancellationToken) => call.Operation.Name.LocalName switch
    {
        "GetFolder" => GetFolderAsync(call, cancellationToken),
        "CreateItem" => CreateItemAsync(call, cancellationToken),
        "GetItem" => GetItemAsync(call, cancellationToken),
        "FindItem" => FindItem.RunAsync(call, cancellationToken),
        "DeleteItem" => DeleteItemAsync(call, cancellationToken),
        _ => null,
    };

    private static Task<XElement> GetFolderAsync(EwsCall call, CancellationToken cancellationToken) => EwsResponses.ForEachAsync(
        "GetFolder", Several(call.Required("FolderIds")), "Folders", async id =>
        {
            var folder = await EwsFolders.ResolveAsync(call, id, cancellationToken).ConfigureAwait(false);
            var page = await call.Backend.ListItemsAsync(folder, 0, 0, cancellationToken).ConfigureAwait(false);
            return new XElement(SoapNames.Messages + "Folders", FolderElement(folder, page.Total));
        });

    private static async Task<XElement> CreateItemAsync(EwsCall call, CancellationToken cancellationToken)
    {
        if (call.Operation.Attribute("MessageDisposition")?.Value is not ("SaveOnly" or null))
            throw new EwsRefusal("ErrorInvalidOperation", "This server keeps items; it sends none.");

        var target = call.Operation.Element(SoapNames.Messages + "SavedItemFolderId")?.Elements().FirstOrDefault()
            ?? throw EwsRefusal.FolderNotFound();
        return await EwsResponses.ForEachAsync("CreateItem", Several(call.Required("Items")), "Items", async written =>
        {
            var folder = await EwsFolders.ResolveAsync(call, target, cancellationToken).ConfigureAwait(false);
            var item = EwsItems.Read(written, folder, call.Caller.Client.ToString(), call.Now);
            await call.Backend.AddItemAsync(item, cancellationToken).ConfigureAwait(false);
            return new XElement(SoapNames.Messages + "Items", new XElement(SoapNames.Types + "Message", EwsItems.IdElement(item)));
        }).ConfigureAwait(false);
    }

    private static Task<XElement> GetItemAsync(EwsCall call, CancellationToken cancellationToken) => EwsResponses.ForEachAsync(
        "GetItem", Several(call.Required("ItemIds")), "Items", async id =>
        {
            var item = await ItemAsync(call, id, cancellationToken).ConfigureAwait(false);
            return new XElement(SoapNames.Messages + "Items", EwsItems.Write(item, withBody: true));
        });

    private static Task<XElement> DeleteItemAsync(EwsCall call, CancellationToken cancellationToken) => EwsResponses.ForEachAsync(
        "DeleteItem", Several(call.Required("ItemIds")), "", async id =>
        {
            var item = await ItemAsync(call, id, cancellationToken).ConfigureAwait(false);
            return await call.Backend.DeleteItemAsync(item.Id, cancellationToken).ConfigureAwait(false) ? null : throw EwsRefusal.ItemNotFound();
        });

    // Another mailbox's item is "not found": its existence is nobody else's business.
    private static async Task<MailItem> ItemAsync(EwsCall call, XElement id, CancellationToken cancellationToken)
    {
        var value = id.Attribute("Id")?.Value ?? throw EwsRefusal.Malformed("An item id is missing.");
        var item = await call.Backend.FindItemAsync(value, cancellationToken).ConfigureAwait(false) ?? throw EwsRefusal.ItemNotFound();
        try
        {
            await EwsFolders.OpenAsync(call, item.Folder.Mailbox, item.Folder.Name, cancellationToken).ConfigureAwait(false);
            return item;
        }
        catch (EwsRefusal)
        {
            throw EwsRefusal.ItemNotFound();
        }
    }

    private static XElement FolderElement(MailFolder folder, int total) => new(
        SoapNames.Types + "Folder",
        EwsFolders.IdElement("FolderId", folder),
        new XElement(SoapNames.Types + "FolderClass", "IPF.Note"),
        new XElement(SoapNames.Types + "DisplayName", EwsFolders.DisplayName(folder.Name)),
        new XElement(SoapNames.Types + "TotalCount", total),
        new XElement(SoapNames.Types + "ChildFolderCount", 0),
        new XElement(SoapNames.Types + "UnreadCount", 0));

    private static List<XElement> Several(XElement list)
    {
        var elements = list.Elements().Take(MostAtOnce + 1).ToList();
        return elements.Count is > 0 and <= MostAtOnce
            ? elements
            : throw EwsRefusal.Malformed($"Between 1 and {MostAtOnce} elements are expected in '{list.Name.LocalName}'.");
    }
}
