using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Folders;
using PartnerTrust.Emulator.Exchange.Ews.Items;
using PartnerTrust.Emulator.Exchange.Ews.Properties;
using PartnerTrust.Emulator.Exchange.Ews.Search;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Operations;

/// <summary>Searches folders, newest first unless another order is asked for.</summary>
internal static class FindItem
{
    private static readonly string[] NotPlayed = ["GroupBy", "DistinguishedGroupBy", "CalendarView", "ContactsView"];

    public static Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        var traversal = call.Operation.RequiredChoice("Traversal", "Shallow", "SoftDeleted", "Associated");
        if (NotPlayed.FirstOrDefault(name => call.Operation.Child(name) is not null) is { } unplayed)
        {
            throw EwsRefusal.NotPlayed($"This server does not emulate '{unplayed}'.");
        }

        var shape = ResponseShape.Read(call.Operation.Child("ItemShape"));
        var view = PageView.Read(call.Operation, "Item");
        var order = SortOrder.Read(call.Operation.Child("SortOrder"));
        var (restriction, query) = (Restriction.Read(call.Operation), QueryText.Read(call.Operation.Child("QueryString")?.Value));
        return EwsResponses.ForEachAsync("FindItem", call.Operation.Several("ParentFolderIds"), "", async id =>
        {
            var folder = await EwsFolders.ResolveAsync(call, id, cancellationToken);
            var all = traversal == "Shallow" ? await AllAsync(call, folder, cancellationToken) : [];
            var page = view.Of([.. order.Sort(all.Where(item => restriction(item) && query(item)))]);
            return [page.RootFolder(new XElement(SoapNames.Types + "Items", page.Entries.Select(whole => Found(whole, shape))))];
        });
    }

    // A search never shows bodies.
    private static XElement Found(XElement whole, ResponseShape shape)
    {
        whole.Element(SoapNames.Types + "Body")?.Remove();
        return shape.Of(whole, ItemElements.Default, "ItemId");
    }

    private static async Task<List<XElement>> AllAsync(EwsCall call, MailFolder folder, CancellationToken cancellationToken)
    {
        var all = new List<XElement>();
        while (true)
        {
            var page = await call.Backend.ListItemsAsync(folder, all.Count, PageView.Largest, cancellationToken);
            all.AddRange(page.Items.Select(ItemElements.Write));
            if (page.Items.IsEmpty || all.Count >= page.Total)
            {
                return all;
            }
        }
    }
}
