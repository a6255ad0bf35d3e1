using System.Globalization;
using System.Xml.Linq;
using PartnerTrust.Engines.Embedded.Hosts.Mail;
using PartnerTrust.Engines.Embedded.Hosts.Soap;

namespace PartnerTrust.Engines.Embedded.Hosts.Exchange.Ews;

/// <summary>Searches a folder, newest first, page by page; the one restriction that is played is by subject.</summary>
internal static class FindItem
{
    private const int LargestPage = 1000;

    public static Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        var (offset, count) = PageOf(call.Operation);
        var matches = RestrictionOf(call.Operation);
        return EwsResponses.ForEachAsync("FindItem", call.Required("ParentFolderIds").Elements().Take(10), "", async id =>
        {
            var folder = await EwsFolders.ResolveAsync(call, id, cancellationToken).ConfigureAwait(false);
            var page = matches is null
                ? await call.Backend.ListItemsAsync(folder, offset, count, cancellationToken).ConfigureAwait(false)
                : await SearchAsync(call, folder, matches, offset, count, cancellationToken).ConfigureAwait(false);
            return RootFolder(page, offset);
        });
    }

    private static XElement RootFolder(MailItemPage page, int offset)
    {
        var next = offset + page.Items.Length;
        return new XElement(
            SoapNames.Messages + "RootFolder",
            new XAttribute("IndexedPagingOffset", next),
            new XAttribute("TotalItemsInView", page.Total),
            new XAttribute("IncludesLastItemInRange", next >= page.Total ? "true" : "false"),
            new XElement(SoapNames.Types + "Items", page.Items.Select(item => EwsItems.Write(item, withBody: false))));
    }

    private static async Task<MailItemPage> SearchAsync(
        EwsCall call, MailFolder folder, Func<MailItem, bool> matches, int offset, int count, CancellationToken cancellationToken)
    {
        var found = new List<MailItem>();
        for (var seen = 0; ;)
        {
            var page = await call.Backend.ListItemsAsync(folder, seen, LargestPage, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Items.Where(matches));
            seen += page.Items.Length;
            if (page.Items.IsEmpty || seen >= page.Total)
                return new MailItemPage([.. found.Skip(offset).Take(count)], found.Count);
        }
    }

    private static (int Offset, int Count) PageOf(XElement operation)
    {
        var view = operation.Element(SoapNames.Messages + "IndexedPageItemView");
        var offset = Number(view?.Attribute("Offset")?.Value, 0);
        var count = Number(view?.Attribute("MaxEntriesReturned")?.Value, LargestPage);
        return offset >= 0 && count > 0
            ? (offset, Math.Min(count, LargestPage))
            : throw new EwsRefusal("ErrorInvalidPagingMaxRows", "The page of a search has to start at 0 or later and hold at least one item.");
    }

    private static int Number(string? text, int otherwise) =>
        text is null ? otherwise : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static Func<MailItem, bool>? RestrictionOf(XElement operation)
    {
        if (operation.Element(SoapNames.Messages + "Restriction")?.Elements().FirstOrDefault() is not { } restriction)
            return null;

        var field = restriction.Element(SoapNames.Types + "FieldURI")?.Attribute("FieldURI")?.Value;
        var value = restriction.Descendants(SoapNames.Types + "Constant").FirstOrDefault()?.Attribute("Value")?.Value;
        return (restriction.Name.LocalName, field, value) switch
        {
            ("IsEqualTo", "item:Subject", { } subject) => item => item.Subject == subject,
            ("Contains", "item:Subject", { } part) => item => item.Subject.Contains(part, StringComparison.OrdinalIgnoreCase),
            _ => throw new EwsRefusal("ErrorUnsupportedPathForQuery", "This server restricts searches by subject alone."),
        };
    }
}
