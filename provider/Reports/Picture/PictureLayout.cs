using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Picture;

/// <summary>Where everything is drawn: group below group, in as many columns as the scale has, and below them the servers without a trust. All in
/// rows and columns, so that nothing lies on anything else.</summary>
internal static class PictureLayout
{
    public static Drawing Of(TrustOverview overview)
    {
        var all = PictureServer.AllOf(overview);
        var servers = all.ToDictionary(server => server.Fqdn, StringComparer.Ordinal);
        var scale = PictureScale.For(all.Length);
        var groups = PictureGroup.AllOf(overview.Directions, scale)
            .Select(group => new GroupLayout(group, servers, scale, overview).Draw());
        var drawn = Stacked(groups, scale);
        var strangers = all.RemoveAll(server => overview.Directions.Any(
            direction => direction.Direction.From.Fqdn == server.Fqdn || direction.Direction.To.Fqdn == server.Fqdn));
        return Below(drawn, InGrid(strangers, scale), scale);
    }

    private static Drawing Stacked(IEnumerable<Drawing> groups, PictureScale scale)
    {
        var ends = new double[scale.Columns];
        var drawn = Drawing.Empty;
        foreach (var group in groups)
        {
            var column = Array.IndexOf(ends, ends.Min());
            drawn = drawn.With(
                group.MovedBy(column * (scale.GroupWidth + PictureScale.ColumnGap), ends[column]), scale.Width, drawn.Height);
            ends[column] += group.Height + (2 * PictureScale.RowGap);
        }

        return drawn with { Height = Math.Max(0, ends.Max() - (2 * PictureScale.RowGap)) };
    }

    private static Drawing InGrid(ImmutableArray<PictureServer> servers, PictureScale scale)
    {
        var columns = (int)((scale.Width + PictureScale.RowGap) / (scale.BoxWidth + PictureScale.RowGap));
        var boxes = ImmutableArray.CreateBuilder<Box>();
        var y = 0.0;
        foreach (var row in servers.Chunk(columns))
        {
            var lines = row.Select(server => BoxShape.Lines(server, scale)).ToList();
            var height = lines.Max(BoxShape.Height);
            boxes.AddRange(row.Select((server, i) =>
                new Box(server, new Area(i * (scale.BoxWidth + PictureScale.RowGap), y, scale.BoxWidth, height), lines[i])));
            y += height + PictureScale.RowGap;
        }

        return new Drawing(scale.Width, Math.Max(0, y - PictureScale.RowGap), boxes.ToImmutable(), [], []);
    }

    private static Drawing Below(Drawing upper, Drawing lower, PictureScale scale) =>
        lower.Boxes.IsEmpty ? upper
        : upper.Boxes.IsEmpty ? lower
        : upper.With(
            lower.MovedBy(0, upper.Height + (2 * PictureScale.RowGap)), scale.Width, upper.Height + (2 * PictureScale.RowGap) + lower.Height);
}
