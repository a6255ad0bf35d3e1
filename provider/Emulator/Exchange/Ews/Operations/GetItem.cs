using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Items;
using PartnerTrust.Emulator.Exchange.Ews.Properties;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Operations;

/// <summary>Shows items that are named one by one.</summary>
internal static class GetItem
{
    public static Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        var shape = ResponseShape.Read(call.Operation.Child("ItemShape"));
        return EwsResponses.ForEachAsync("GetItem", call.Operation.Several("ItemIds"), "Items", async id =>
        {
            var item = await EwsItems.ResolveAsync(call, id, cancellationToken);
            var whole = ItemElements.Write(item);
            ItemBodies.Convert(whole, shape.BodyType);
            return [new XElement(SoapNames.Messages + "Items", shape.Of(whole, ItemElements.Default, "ItemId"))];
        });
    }
}
