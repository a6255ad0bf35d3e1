using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Picture;

/// <summary>Where a group is drawn: the server on the left as high as all its partners, in the gap the arrows between them, and on the right the
/// partners, with arrows between those that stand below one another.</summary>
internal sealed class GroupLayout(PictureGroup group, IReadOnlyDictionary<string, PictureServer> servers, PictureScale scale, TrustOverview overview)
{
    /// <summary>Between the line of an arrow and what stands on it.</summary>
    private const double Clearance = 4;

    /// <summary>Between the lines of a pair.</summary>
    private const double Apart = 14;

    private readonly ImmutableArray<Box>.Builder boxes = ImmutableArray.CreateBuilder<Box>();
    private readonly ImmutableArray<Arrow>.Builder arrows = ImmutableArray.CreateBuilder<Arrow>();
    private readonly ImmutableArray<Label>.Builder labels = ImmutableArray.CreateBuilder<Label>();

    private double Right => scale.BoxWidth + scale.Gap;

    public Drawing Draw()
    {
        var hub = BoxShape.Lines(servers[group.Hub], scale);
        var least = BoxShape.Height(hub) / group.Partners.Length;
        var y = 0.0;
        foreach (var (partner, i) in group.Partners.Select((partner, i) => (partner, i)))
        {
            y = Row(partner, y, least);
            if (i > 0)
            {
                Join(boxes[i - 1], boxes[i], group.Partners[i - 1].WithNext);
            }

            y = i == group.Partners.Length - 1 ? y : Tell(partner.WithNext, partner.Fqdn, y);
        }

        boxes.Insert(0, new Box(servers[group.Hub], new Area(0, 0, scale.BoxWidth, y), hub));
        return new Drawing(scale.GroupWidth, y, boxes.ToImmutable(), arrows.ToImmutable(), labels.ToImmutable());
    }

    private double Row(PicturePartner partner, double top, double least)
    {
        var there = partner.WithHub.FirstOrDefault(direction => direction.Direction.From.Fqdn == group.Hub);
        var back = partner.WithHub.FirstOrDefault(direction => direction.Direction.To.Fqdn == group.Hub);
        var lines = BoxShape.Lines(servers[partner.Fqdn], scale);
        var (above, below) = (LabelOf(there), LabelOf(back));
        var between = there is null || back is null ? 0 : Apart;
        var block = Height(above) + between + Height(below);
        var (boxHeight, rowHeight) = (BoxShape.Height(lines), Math.Max(Math.Max(block, BoxShape.Height(lines)), least));
        var line = top + ((rowHeight - block) / 2) + Height(above);
        if (there is not null)
        {
            labels.Add(LabelAt(above, line - Clearance - LabelShape.Height(above)));
            arrows.Add(new Arrow(there, scale.BoxWidth, line, Right, line));
        }

        if (back is not null)
        {
            labels.Add(LabelAt(below, line + between + Clearance));
            arrows.Add(new Arrow(back, Right, line + between, scale.BoxWidth, line + between));
        }

        // In the row, with the arrows at its side.
        var boxTop = Math.Clamp(line + (between / 2) - (boxHeight / 2), top, top + rowHeight - boxHeight);
        boxes.Add(new Box(servers[partner.Fqdn], new Area(Right, boxTop, scale.BoxWidth, boxHeight), lines));
        return top + rowHeight;
    }

    /// <summary>What stands on the arrows between two partners, beside them.</summary>
    private double Tell(ImmutableArray<DirectionReport> directions, string upper, double top)
    {
        const double TextFrom = 44;
        if (directions.IsEmpty)
        {
            return top + PictureScale.RowGap;
        }

        var y = top + Clearance;
        foreach (var direction in directions)
        {
            var sign = direction.Direction.From.Fqdn == upper ? "↓ " : "↑ ";
            var lines = LabelShape.Lines(direction, sign, scale.BoxWidth - TextFrom, scale, overview);
            labels.Add(new Label(new Area(Right + TextFrom, y, scale.BoxWidth - TextFrom, LabelShape.Height(lines)), lines, false));
            y += LabelShape.Height(lines) + Clearance;
        }

        return y;
    }

    private void Join(Box upper, Box lower, ImmutableArray<DirectionReport> directions) =>
        arrows.AddRange(directions.Select(direction => direction.Direction.From.Fqdn == upper.Server.Fqdn
            ? new Arrow(direction, Right + 14, upper.Area.Bottom, Right + 14, lower.Area.Y)
            : new Arrow(direction, Right + 32, lower.Area.Y, Right + 32, upper.Area.Bottom)));

    private static double Height(ImmutableArray<TextLine> label) => label.IsEmpty ? 0 : LabelShape.Height(label) + Clearance;

    private ImmutableArray<TextLine> LabelOf(DirectionReport? direction) =>
        direction is null ? [] : LabelShape.Lines(direction, "", scale.Gap - (2 * PictureScale.Padding) - 8, scale, overview);

    private Label LabelAt(ImmutableArray<TextLine> lines, double top) =>
        new(new Area(scale.BoxWidth + PictureScale.Padding, top, scale.Gap - (2 * PictureScale.Padding), LabelShape.Height(lines)), lines, true);
}
