using System.Globalization;
using System.Text;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Lab;

/// <summary>The trust as a picture: a box a server, an arrow a direction, drawn through when a call is accepted and dashed when it is
/// refused.</summary>
internal static class LabGraph
{
    private const int MostServers = 12;
    private const double NodeWidth = 230;
    private const double NodeHeight = 74;
    private const double Width = 960;

    public static string Write(LabView view)
    {
        if (view.Servers.Length is < 2 or > MostServers)
        {
            return "";
        }

        var places = Places(view.Servers.Length);
        var height = places.Max(place => place.Y) + (NodeHeight / 2) + 34;
        var picture = new StringBuilder();
        picture.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width:0} {height:0}\" role=\"img\" aria-label=\"Who accepts whom, as in the table below\"><defs>")
            .Append(Tip("good")).Append(Tip("bad")).Append("</defs>");
        foreach (var direction in view.Directions)
        {
            Arrow(picture, places[view.Servers.IndexOf(direction.From)], places[view.Servers.IndexOf(direction.To)], direction);
        }

        for (var i = 0; i < places.Length; i++)
        {
            Node(picture, places[i], view.Servers[i], view);
        }

        return picture.Append("</svg>").ToString();
    }

    // Two stand side by side; more stand on an ellipse.
    private static (double X, double Y)[] Places(int count)
    {
        if (count == 2)
        {
            return [(150, 80), (Width - 150, 80)];
        }

        var (radiusX, radiusY) = (Width / 2 - 150, count <= 4 ? 170.0 : 230.0);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var angle = Math.PI + (2 * Math.PI * i / count);
            return ((Width / 2) + (radiusX * Math.Cos(angle)), radiusY + (NodeHeight / 2) + 20 + (radiusY * Math.Sin(angle)));
        })];
    }

    private static string Tip(string kind) =>
        $"<marker id=\"tip-{kind}\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
        + $"<path class=\"tip {kind}\" d=\"M0 0 L10 5 L0 10 z\"/></marker>";

    private static void Arrow(StringBuilder picture, (double X, double Y) from, (double X, double Y) to, LabDirection direction)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        // Bowed to its own right, so that the two directions of a pair do not lie on one another.
        var bend = (X: ((from.X + to.X) / 2) + (dy / length * 70), Y: ((from.Y + to.Y) / 2) - (dx / length * 70));
        var (start, end) = (Border(from, bend), Border(to, bend));
        var label = (X: (start.X + end.X + (2 * bend.X)) / 4, Y: (start.Y + end.Y + (2 * bend.Y)) / 4);
        var accepted = direction.Verdict.Accepted;
        var (kind, word) = accepted ? ("good", "✓ accepted") : ("bad", "✗ " + direction.Verdict.Refusal?.Code);
        picture.Append(CultureInfo.InvariantCulture, $"<path class=\"edge {kind}\" marker-end=\"url(#tip-{kind})\" d=\"M{start.X:0.#} {start.Y:0.#} Q{bend.X:0.#} {bend.Y:0.#} {end.X:0.#} {end.Y:0.#}\"/>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"label\" x=\"{label.X - 46:0.#}\" y=\"{label.Y - 11:0.#}\" width=\"92\" height=\"22\" rx=\"4\"/>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"word {kind}\" x=\"{label.X:0.#}\" y=\"{label.Y + 4.5:0.#}\">{LabText.Escape(word)}</text>");
    }

    private static (double X, double Y) Border((double X, double Y) centre, (double X, double Y) towards)
    {
        var (dx, dy) = (towards.X - centre.X, towards.Y - centre.Y);
        var scale = Math.Min(
            dx == 0 ? double.MaxValue : ((NodeWidth / 2) + 4) / Math.Abs(dx), dy == 0 ? double.MaxValue : ((NodeHeight / 2) + 4) / Math.Abs(dy));
        return (centre.X + (dx * scale), centre.Y + (dy * scale));
    }

    private static void Node(StringBuilder picture, (double X, double Y) place, Server server, LabView view)
    {
        var name = server.Fqdn.Length <= 30 ? server.Fqdn : server.Fqdn[..29] + "…";
        var (kind, words) = LabText.Condition(view.SlotsOf(server).Current, view.Now);
        picture.Append(CultureInfo.InvariantCulture, $"<rect class=\"node\" x=\"{place.X - (NodeWidth / 2):0.#}\" y=\"{place.Y - (NodeHeight / 2):0.#}\" width=\"{NodeWidth}\" height=\"{NodeHeight}\" rx=\"8\"/>")
            .Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{place.X:0.#}\" y=\"{place.Y - 12:0.#}\">{LabText.Escape(name)}</text>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"small\" x=\"{place.X:0.#}\" y=\"{place.Y + 6:0.#}\">{LabText.Product(server.Product)}</text>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"small word {kind}\" x=\"{place.X:0.#}\" y=\"{place.Y + 24:0.#}\">{LabText.Escape(words)}</text>");
    }
}
