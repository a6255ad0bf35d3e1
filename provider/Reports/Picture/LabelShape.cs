using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Reports.Picture;

/// <summary>What stands on an arrow.</summary>
internal static class LabelShape
{
    /// <param name="direction">What the arrow is.</param>
    /// <param name="arrow">Its sign, where the label stands beside arrows of both directions; else empty.</param>
    /// <param name="width">The room for a line.</param>
    /// <param name="scale">How large things are drawn.</param>
    /// <param name="overview">What the direction is of.</param>
    public static ImmutableArray<TextLine> Lines(
        DirectionReport direction, string arrow, double width, PictureScale scale, TrustOverview overview) =>
    [
        .. from text in scale.IsWhole ? Whole(direction, arrow, overview) : Short(direction)
           from line in TextWidth.Lines(text.Text, width, scale.TextSize, isBold: true)
           select new TextLine(line, text.Class, scale.TextSize),
    ];

    public static double Height(ImmutableArray<TextLine> lines) => lines.Sum(line => line.Height);

    private static IEnumerable<(string Text, string Class)> Whole(DirectionReport direction, string arrow, TrustOverview overview) =>
        from calls in CallGroup.Of(direction)
        where calls.Matters
        from text in new[]
        {
            (Text: $"{arrow}{Words.Mark(calls.First)} {calls.Verdict}", Class: $"word {PictureStyle.ClassOf(calls.First)}"),
            (Text: calls.Until(overview.Now), Class: calls.Nearness(overview) is > Severity.Well and var near ? $"near {PictureStyle.ClassOf(near)}" : "soft"),
            (Text: calls.Gives, Class: "soft"),
        }
        where text.Text.Length > 0
        select text;

    private static IEnumerable<(string Text, string Class)> Short(DirectionReport direction) =>
        from calls in CallGroup.Of(direction)
        where calls.Matters
        select ($"{Words.Mark(calls.First)} {calls.Number ?? Words.Of(calls.First)}", $"word {PictureStyle.ClassOf(calls.First)}");
}
