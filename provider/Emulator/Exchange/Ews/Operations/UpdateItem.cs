using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Items;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Operations;

/// <summary>Changes single properties of items.</summary>
internal static class UpdateItem
{
    public static Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        var resolution = call.Operation.RequiredChoice("ConflictResolution", "NeverOverwrite", "AutoResolve", "AlwaysOverwrite");
        return EwsResponses.ForEachAsync("UpdateItem", call.Operation.Several("ItemChanges"), "Items", async change =>
        {
            var id = change.Required("ItemId");
            var before = await EwsItems.ResolveAsync(call, id, cancellationToken);
            CheckVersion(id.Attribute("ChangeKey")?.Value, before.ChangeKey, resolution);
            var after = ItemChanges.Apply(before, change.Several("Updates"), call.Now);
            if (!await call.Backend.ReplaceItemAsync(before, after, cancellationToken))
            {
                throw Conflict();
            }

            return
            [
                new XElement(SoapNames.Messages + "Items", ItemElements.WriteId(after)),
                new XElement(SoapNames.Messages + "ConflictResults", new XElement(SoapNames.Types + "Count", 0)),
            ];
        });
    }

    private static void CheckVersion(string? seen, string current, string resolution)
    {
        if (resolution == "AlwaysOverwrite")
        {
            return;
        }

        if (string.IsNullOrEmpty(seen))
        {
            throw new EwsRefusal("ErrorChangeKeyRequired", "A change key is required for this operation.");
        }

        if (resolution == "NeverOverwrite" && seen != current)
        {
            throw Conflict();
        }
    }

    private static EwsRefusal Conflict() => new(
        "ErrorIrresolvableConflict", "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.");
}
