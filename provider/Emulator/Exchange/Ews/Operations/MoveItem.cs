using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Folders;
using PartnerTrust.Emulator.Exchange.Ews.Items;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Operations;

/// <summary>Puts items into another folder, where they have other ids.</summary>
internal static class MoveItem
{
    public static async Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        var target = call.Operation.Required("ToFolderId").Elements().FirstOrDefault();
        var folder = await EwsFolders.ResolveAsync(call, target, cancellationToken);
        return await EwsResponses.ForEachAsync("MoveItem", call.Operation.Several("ItemIds"), "Items", async id =>
        {
            var before = await EwsItems.ResolveAsync(call, id, cancellationToken);
            var after = EwsItems.In(before, folder);
            return await call.Backend.ReplaceItemAsync(before, after, cancellationToken)
                ? [new XElement(SoapNames.Messages + "Items", ItemElements.WriteId(after))]
                : throw EwsRefusal.ItemNotFound();
        });
    }
}
