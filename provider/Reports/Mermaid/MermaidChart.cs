using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Picture;

namespace PartnerTrust.Reports.Mermaid;

/// <summary>The trust as a flowchart of Mermaid, which wikis and pull requests draw: an arrow a direction, drawn through when it is accepted, dotted
/// when that is so of some calls only or cannot be told, and dotted with a cross when it is refused.</summary>
public static class MermaidChart
{
    /// <summary>Mermaid draws no more arrows than 500, and reads no longer text than 50,000 characters, unless the page allows it.</summary>
    private const int MostArrows = 480;
    private const int MostCharacters = 48_000;

    /// <summary>A diagram of its own. Of more directions than Mermaid draws, it shows the worst, and says how many it leaves out.</summary>
    public static string Write(TrustOverview overview)
    {
        var servers = PictureServer.AllOf(overview);
        var isWhole = PictureScale.For(servers.Length).IsWhole;
        ImmutableArray<DirectionReport> shown = [.. overview.Directions.OrderByDescending(direction => direction.Severity).Take(MostArrows)];
        while (true)
        {
            var text = Write(overview, servers, shown, isWhole);
            if (text.Length <= MostCharacters || shown.IsEmpty)
            {
                return text;
            }

            shown = shown[..(shown.Length * 3 / 4)];
        }
    }

    private static string Write(
        TrustOverview overview, ImmutableArray<PictureServer> servers, ImmutableArray<DirectionReport> shown, bool isWhole)
    {
        var isCut = shown.Length < overview.Directions.Length;
        var drawn = isCut
            ? servers.RemoveAll(server => !shown.Any(direction => Concerns(direction, server)))
            : servers;
        var ids = drawn.Select((server, i) => (server.Fqdn, Id: string.Create(CultureInfo.InvariantCulture, $"s{i}")))
            .ToDictionary(server => server.Fqdn, server => server.Id, StringComparer.Ordinal);
        var text = new StringBuilder("flowchart LR\n");
        foreach (var server in drawn)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ids[server.Fqdn]}[\"{Node(server, isWhole)}\"]\n");
        }

        var isShown = shown.Select(direction => direction.Direction).ToHashSet();
        foreach (var direction in overview.Directions.Where(direction => isShown.Contains(direction.Direction)))
        {
            var (from, to) = (ids[direction.Direction.From.Fqdn], ids[direction.Direction.To.Fqdn]);
            text.Append(CultureInfo.InvariantCulture, $"  {from} {LinkOf(direction.Standing)}|\"{Label(direction, overview.Now, isWhole)}\"| {to}\n");
        }

        if (isCut)
        {
            text.Append(CultureInfo.InvariantCulture, $"  rest[\"and {overview.Directions.Length - shown.Length} directions more, which are no worse\"]\n");
        }

        return text.ToString();
    }

    private static bool Concerns(DirectionReport direction, PictureServer server) =>
        direction.Direction.From.Fqdn == server.Fqdn || direction.Direction.To.Fqdn == server.Fqdn;

    private static string LinkOf(Standing standing) => standing switch
    {
        Standing.Accepted => "-->",
        Standing.Refused => "-.-x",
        _ => "-.->",
    };

    private static string Node(PictureServer server, bool isWhole) => Lines(
    [
        server.Fqdn, .. isWhole ? [server.About, .. server.Remarks.Select(remark => remark.Text)] : ImmutableArray<string?>.Empty,
    ]);

    /// <summary>Where two kinds of calls stand apart, what they give is left to the table: Mermaid has not the room.</summary>
    private static string Label(DirectionReport direction, DateTimeOffset now, bool isWhole)
    {
        var told = CallGroup.Of(direction).RemoveAll(calls => !calls.Matters);
        return Lines(told.SelectMany(calls => isWhole
            ? [$"{Words.Mark(calls.First)} {calls.Verdict}", calls.Until(now), told.Length == 1 ? calls.Gives : ""]
            : new[] { $"{Words.Mark(calls.First)} {calls.Number ?? Words.Of(calls.First)}" }));
    }

    private static string Lines(IEnumerable<string?> lines) =>
        string.Join("<br>", lines.Where(line => line is { Length: > 0 }).Select(line => MermaidText.Escape(line!)));
}
