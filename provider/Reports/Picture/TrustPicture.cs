using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Reports.Picture;

/// <summary>The trust as a picture: a box a server, an arrow a direction, drawn through when all its calls are accepted, with short gaps when only
/// those for users are, dashed when they are refused, and dotted when that cannot be told.</summary>
public static class TrustPicture
{
    private const double Margin = 4;

    /// <summary>A picture of its own, for a file.</summary>
    public static string Write(TrustOverview overview) =>
        Of(overview, Markup.Of($"<style>{new Markup(PictureStyle.Colours)}{new Markup(PictureStyle.Rules)}svg {{ background: var(--card); }}</style>")).Text + "\n";

    /// <summary>Part of a page, which has the style.</summary>
    public static Markup Of(TrustOverview overview) => Of(overview, Markup.Empty);

    /// <summary>What the picture is of, in words.</summary>
    private static string Told(TrustOverview overview)
    {
        var servers = PictureServer.AllOf(overview).Length;
        var told = PictureScale.For(servers).IsWhole ? overview.Directions : [];
        return $"{Headline.Count(servers, "server")}, {Headline.Count(overview.Directions.Length, "direction")}. {string.Join(" ", told.Select(Told))}".TrimEnd();
    }

    private static string Told(DirectionReport direction) =>
        $"{PlainText.OneLine(direction.Direction.From.Fqdn)} to {PlainText.OneLine(direction.Direction.To.Fqdn)}: {string.Join(", ", CallGroup.Of(direction).Where(calls => calls.Matters).Select(calls => calls.Verdict))}.";

    private static Markup Of(TrustOverview overview, Markup style)
    {
        var drawing = PictureLayout.Of(overview);
        var (width, height) = (drawing.Width + (2 * Margin), drawing.Height + (2 * Margin));
        return Markup.Of($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"{-Margin} {-Margin} {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"picture-title picture-told\"><title id=\"picture-title\">Who accepts whom</title><desc id=\"picture-told\">{Told(overview)}</desc>{style}{drawing.Arrows.Select(Draw)}{drawing.Labels.Select(Draw)}{drawing.Boxes.Select(Draw)}</svg>");
    }

    private static Markup Draw(Arrow arrow)
    {
        var css = PictureStyle.ClassOf(arrow.Direction.Standing);
        var (dx, dy) = (Math.Sign(arrow.X2 - arrow.X1), Math.Sign(arrow.Y2 - arrow.Y1));
        var (backX, backY) = (arrow.X2 - (dx * 10), arrow.Y2 - (dy * 10));
        return Markup.Of($"<g><title>{Told(arrow.Direction)}</title><path class=\"arrow {css}\" d=\"M{arrow.X1} {arrow.Y1} L{backX} {backY}\"/><path class=\"tip {css}\" d=\"M{arrow.X2 - dx} {arrow.Y2 - dy} L{backX + (dy * 5)} {backY - (dx * 5)} L{backX - (dy * 5)} {backY + (dx * 5)} z\"/></g>");
    }

    private static Markup Draw(Label label) => Text(label.Lines, label.Area, label.IsCentred);

    private static Markup Draw(Box box)
    {
        var (area, room) = (box.Area, LabelShape.Height(box.Lines));
        var text = area with { Y = area.MiddleY - (room / 2), Height = room };
        return Markup.Of($"<g><title>{box.Server.Whole}</title><rect class=\"box {PictureStyle.ClassOf(box.Server.Severity)}\" x=\"{area.X}\" y=\"{area.Y}\" width=\"{area.Width}\" height=\"{area.Height}\" rx=\"8\"/>{Text(box.Lines, text, isCentred: true)}</g>");
    }

    private static Markup Text(IEnumerable<TextLine> lines, Area area, bool isCentred)
    {
        var (x, y) = (isCentred ? area.MiddleX : area.X, area.Y);
        return Markup.Join(lines.Select(line =>
        {
            y += line.Height;
            return Markup.Of($"<text class=\"{(isCentred ? "middle " : "")}{line.Class}\" x=\"{x}\" y=\"{y - (line.Height - line.Size) - 1}\" font-size=\"{line.Size}\">{line.Text}</text>");
        }));
    }
}
