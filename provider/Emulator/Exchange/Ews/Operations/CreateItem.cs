using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Folders;
using PartnerTrust.Emulator.Exchange.Ews.Items;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Operations;

/// <summary>Writes new items; where nothing is said of the folder, they are drafts.</summary>
internal static class CreateItem
{
    public static Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        var target = call.Operation.Child("SavedItemFolderId")?.Elements().FirstOrDefault();
        var disposition = call.Operation.Attribute("MessageDisposition")?.Value;
        return EwsResponses.ForEachAsync("CreateItem", call.Operation.Several("Items"), "Items", async written =>
        {
            CheckDisposition(disposition);
            var folder = target is null
                ? await EwsFolders.OpenAsync(call, null, MailFolders.Drafts, cancellationToken)
                : await EwsFolders.ResolveAsync(call, target, cancellationToken);
            var item = ItemReading.Read(written, folder, call.Caller.Client.ToString(), call.Now);
            await call.Backend.AddItemAsync(item, cancellationToken);
            return [new XElement(SoapNames.Messages + "Items", ItemElements.WriteId(item))];
        });
    }

    private static void CheckDisposition(string? disposition)
    {
        switch (disposition)
        {
            case "SaveOnly":
                return;
            case "SendOnly" or "SendAndSaveCopy":
                throw EwsRefusal.NotEmulated("This server keeps items, but does not send them.");
            case null:
                throw new EwsRefusal("ErrorMessageDispositionRequired", "A message disposition is required for messages.");
            default:
                throw EwsFault.Schema("The attribute 'MessageDisposition' has an invalid value.");
        }
    }
}
