using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;

namespace PartnerTrust.Emulator.Exchange.Ews.Search;

/// <summary>Which part of what was found a client wants to see.</summary>
/// <param name="Count">At most so many.</param>
/// <param name="Offset">Counted from the beginning or the end.</param>
/// <param name="FromEnd">Whether the offset counts from the end.</param>
/// <param name="Fraction">Where to begin, as a part of the whole; null for an offset.</param>
internal sealed record PageView(int Count, int Offset, bool FromEnd, (int Numerator, int Denominator)? Fraction)
{
    /// <summary>What one search shows at most, as Exchange limits it.</summary>
    public const int Largest = 1000;

    /// <summary>The view of <c>FindItem</c> or <c>FindFolder</c>.</summary>
    public static PageView Read(XElement operation, string kind)
    {
        if (operation.Child($"FractionalPage{kind}View") is { } part)
        {
            var fraction = (part.Number("Numerator") ?? -1, part.Number("Denominator") ?? 0);
            return fraction is ( >= 0, > 0) && fraction.Item1 <= fraction.Item2
                ? new PageView(CountOf(part), 0, false, fraction)
                : throw new EwsRefusal("ErrorInvalidFractionalPagingParameters", "A page begins at a part of the whole between 0 and 1.");
        }

        if (operation.Child($"IndexedPage{kind}View") is not { } view)
        {
            return new PageView(Largest, 0, false, null);
        }

        var offset = view.Number("Offset") ?? throw EwsFault.Schema("The required attribute 'Offset' is missing.");
        return offset >= 0
            ? new PageView(CountOf(view), offset, view.RequiredChoice("BasePoint", "Beginning", "End") == "End", null)
            : throw new EwsRefusal("ErrorInvalidIndexedPagingParameters", "A page begins at 0 or later.");
    }

    public ViewPage Of(IReadOnlyList<XElement> found)
    {
        var start = Fraction is { } part ? (int)((long)found.Count * part.Numerator / part.Denominator)
            : FromEnd ? Math.Max(0, found.Count - Offset - Count)
            : Math.Min(Offset, found.Count);
        var end = FromEnd ? Math.Max(start, found.Count - Offset) : Math.Min(found.Count, start + Count);
        var isLast = FromEnd ? start == 0 : end == found.Count;
        return new ViewPage(
            [.. found.Skip(start).Take(end - start)], found.Count, FromEnd ? found.Count - start : end, isLast, Fraction?.Denominator);
    }

    private static int CountOf(XElement view) => view.Number("MaxEntriesReturned") switch
    {
        null => Largest,
        > 0 and var count => Math.Min(count, Largest),
        _ => throw new EwsRefusal("ErrorInvalidPagingMaxRows", "A page holds at least one entry."),
    };
}
