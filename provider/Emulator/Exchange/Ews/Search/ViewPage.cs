using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Search;

/// <summary>One page of what was found.</summary>
/// <param name="Entries">Items or folders.</param>
/// <param name="Total">How many were found.</param>
/// <param name="Next">Where the next page begins.</param>
/// <param name="IsLast">Whether there is no next page.</param>
/// <param name="Denominator">For pages that begin at a part of the whole; else null.</param>
internal sealed record ViewPage(IReadOnlyList<XElement> Entries, int Total, int Next, bool IsLast, int? Denominator)
{
    public XElement RootFolder(XElement content) => new(
        SoapNames.Messages + "RootFolder",
        Denominator is null
            ? [new XAttribute("IndexedPagingOffset", Next)]
            : new object[] { new XAttribute("NumeratorOffset", Next), new XAttribute("AbsoluteDenominator", Total) },
        new XAttribute("TotalItemsInView", Total),
        new XAttribute("IncludesLastItemInRange", IsLast ? "true" : "false"),
        content);
}
