using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PartnerTrust.Reports.Mermaid;

/// <summary>Servers and arrows as a flowchart that Mermaid draws, whatever their number: of too many arrows, the least are left out, and it is said
/// how many.</summary>
/// <param name="Nodes">In the order in which they are named.</param>
/// <param name="Arrows">In the order in which they are drawn.</param>
/// <param name="Rest">What is said of those that are left out, such as <c>which are no worse</c>.</param>
internal sealed record FlowChart(ImmutableArray<ChartNode> Nodes, ImmutableArray<ChartArrow> Arrows, string Rest)
{
    /// <summary>Mermaid draws no more arrows than 500, and reads no longer text than 50,000 characters, unless the page allows it.</summary>
    private const int MostArrows = 480;
    private const int MostCharacters = 48_000;

    /// <summary>What its boxes and arrows say, line by line; empty lines are left out.</summary>
    public static string Lines(IEnumerable<string?> lines) =>
        string.Join("<br>", lines.Where(line => line is { Length: > 0 }).Select(line => MermaidText.Escape(line!)));

    public string Write()
    {
        ImmutableArray<ChartArrow> shown = [.. Arrows.OrderByDescending(arrow => arrow.Rank).Take(MostArrows)];
        while (true)
        {
            var text = Write(shown);
            if (text.Length <= MostCharacters || shown.IsEmpty)
            {
                return text;
            }

            shown = shown[..(shown.Length * 3 / 4)];
        }
    }

    private string Write(ImmutableArray<ChartArrow> shown)
    {
        var left = Arrows.Length - shown.Length;
        var drawn = left > 0 ? Nodes.RemoveAll(node => !shown.Any(arrow => arrow.From == node.Fqdn || arrow.To == node.Fqdn)) : Nodes;
        var ids = drawn.Select((node, i) => (node.Fqdn, Id: string.Create(CultureInfo.InvariantCulture, $"s{i}")))
            .ToDictionary(node => node.Fqdn, node => node.Id, StringComparer.Ordinal);
        var text = new StringBuilder("flowchart LR\n");
        foreach (var node in drawn)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ids[node.Fqdn]}[\"{node.Label}\"]\n");
        }

        var isShown = shown.ToHashSet();
        foreach (var arrow in Arrows.Where(isShown.Contains))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ids[arrow.From]} {arrow.Link}|\"{arrow.Label}\"| {ids[arrow.To]}\n");
        }

        if (left > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  rest[\"and {left} directions more, {Rest}\"]\n");
        }

        return text.ToString();
    }
}
