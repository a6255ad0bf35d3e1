using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Picture;

namespace PartnerTrust.Reports.Mermaid;

/// <summary>The trust as a flowchart of Mermaid, which wikis and pull requests draw: an arrow a direction, drawn through when it is accepted, dotted
/// when that is so of some calls only or cannot be told, and dotted with a cross when it is refused.</summary>
public static class MermaidChart
{
    /// <summary>A diagram of its own. Of more directions than Mermaid draws, it shows the worst, and says how many it leaves out.</summary>
    public static string Write(TrustOverview overview)
    {
        var servers = PictureServer.AllOf(overview);
        var isWhole = PictureScale.For(servers.Length).IsWhole;
        return new FlowChart(
            [.. servers.Select(server => new ChartNode(server.Fqdn, Node(server, isWhole)))],
            [.. overview.Directions.Select(direction => ArrowOf(direction, overview.Now, isWhole))],
            "which are no worse").Write();
    }

    internal static string LinkOf(Standing standing) => standing switch
    {
        Standing.Accepted => "-->",
        Standing.Refused => "-.-x",
        _ => "-.->",
    };

    private static ChartArrow ArrowOf(DirectionReport direction, DateTimeOffset now, bool isWhole) => new(
        direction.Direction.From.Fqdn,
        direction.Direction.To.Fqdn,
        LinkOf(direction.Standing),
        Label(direction, now, isWhole),
        (int)direction.Severity);

    private static string Node(PictureServer server, bool isWhole) => FlowChart.Lines(
    [
        server.Fqdn, .. isWhole ? [server.About, .. server.Remarks.Select(remark => remark.Text)] : ImmutableArray<string?>.Empty,
    ]);

    /// <summary>Where two kinds of calls stand apart, what they give is left to the table: Mermaid has not the room.</summary>
    private static string Label(DirectionReport direction, DateTimeOffset now, bool isWhole)
    {
        var told = CallGroup.Of(direction).RemoveAll(calls => !calls.Matters);
        return FlowChart.Lines(told.SelectMany(calls => isWhole
            ? [$"{Words.Mark(calls.First)} {calls.Verdict}", calls.Until(now), told.Length == 1 ? calls.Gives : ""]
            : new[] { $"{Words.Mark(calls.First)} {calls.Number ?? Words.Of(calls.First)}" }));
    }
}
