using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Reports.Picture;

/// <summary>How a server fills its box: its whole name, however many lines that takes, then what is told of it.</summary>
internal static class BoxShape
{
    public static ImmutableArray<TextLine> Lines(PictureServer server, PictureScale scale)
    {
        var room = scale.BoxWidth - (2 * PictureScale.Padding);
        var name = PlainText.OneLine(server.Fqdn);
        return
        [
            .. TextWidth.Lines(name, room, scale.NameSize, isBold: true).Select(line => new TextLine(line, "name", scale.NameSize)),
            .. TextWidth.Lines((scale.IsWhole ? server.About : server.Product) ?? "", room, scale.TextSize)
                .Select(line => new TextLine(line, "soft", scale.TextSize)),
            .. server.Remarks.Where(remark => scale.IsWhole || remark.Severity > Severity.Well)
                .SelectMany(remark => TextWidth.Lines(Marked(remark), room, scale.TextSize, isBold: true)
                    .Select(line => new TextLine(line, remark.Severity is { } severity ? $"word {PictureStyle.ClassOf(severity)}" : "soft", scale.TextSize))),
        ];
    }

    public static double Height(ImmutableArray<TextLine> lines) => (2 * PictureScale.Padding) + lines.Sum(line => line.Height);

    private static string Marked((Severity? Severity, string Text) remark) => remark.Severity switch
    {
        Severity.Warning => $"! {remark.Text}",
        Severity.Critical => $"✗ {remark.Text}",
        _ => remark.Text,
    };
}
