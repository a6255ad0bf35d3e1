using System.Collections.Immutable;
using PartnerTrust.Reports.Changes;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Picture;

namespace PartnerTrust.Reports.Mermaid;

/// <summary>What a change makes of a trust, as a flowchart of Mermaid: an arrow a direction, thick where something becomes of it, and with a cross
/// where calls are refused or nobody takes them afterwards.</summary>
public static class ChangeChart
{
    public static string Write(TrustChange change)
    {
        var (before, after) = (PictureServer.AllOf(change.Before), PictureServer.AllOf(change.After));
        var (was, becomes) = (NamesOf(before), NamesOf(after));
        ImmutableArray<PictureServer> servers = [.. after, .. before.Where(server => !becomes.Contains(server.Fqdn))];
        var isWhole = PictureScale.For(servers.Length).IsWhole;
        return new FlowChart(
            [.. servers.Select(server => new ChartNode(server.Fqdn, FlowChart.Lines(
                [
                    server.Fqdn,
                    isWhole ? server.About : "",
                    !was.Contains(server.Fqdn) ? "new" : !becomes.Contains(server.Fqdn) ? "gone afterwards" : "",
                ])))],
            [.. change.Directions.Select(ArrowOf)],
            "of which less becomes").Write();
    }

    private static HashSet<string> NamesOf(ImmutableArray<PictureServer> servers) =>
        servers.Select(server => server.Fqdn).ToHashSet(StringComparer.Ordinal);

    private static ChartArrow ArrowOf(DirectionChange change) => new(
        change.Direction.From.Fqdn,
        change.Direction.To.Fqdn,
        LinkOf(change),
        Label(change),
        change.Kind == ChangeKind.Same ? 0 : 1 + (int)change.Severity);

    private static string LinkOf(DirectionChange change) => change switch
    {
        { After: null } => "-.-x",
        { Kind: ChangeKind.Same, After: { } stays } => MermaidChart.LinkOf(stays.Standing),
        { After.Standing: Standing.Refused } => "-.-x",
        _ => "==>",
    };

    private static string Label(DirectionChange change) => FlowChart.Lines(change.Kind switch
    {
        ChangeKind.Added => [$"new: {change.Becomes}"],
        ChangeKind.Removed => ["gone afterwards", $"before: {change.Was}"],
        ChangeKind.Changed => [$"before: {change.Was}", $"afterwards: {change.Becomes}"],
        _ => new[] { $"as before: {change.Becomes}" },
    });
}
