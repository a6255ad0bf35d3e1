using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Picture;

/// <summary>A server with partners of its: it is drawn on the left, and they on the right, one below the other.</summary>
/// <param name="Hub">Fqdn.</param>
/// <param name="Partners">In the order in which they are drawn.</param>
internal sealed record PictureGroup(string Hub, ImmutableArray<PicturePartner> Partners)
{
    private Severity Severity => Partners.SelectMany(partner => partner.WithHub.Concat(partner.WithNext))
        .Select(direction => direction.Severity).Max();

    /// <summary>Every direction in one of them; the worst first where they are many.</summary>
    public static ImmutableArray<PictureGroup> AllOf(ImmutableArray<DirectionReport> directions, PictureScale scale)
    {
        var remaining = new RemainingPairs(directions);
        var groups = ImmutableArray.CreateBuilder<PictureGroup>();
        while (remaining.Busiest() is { } hub)
        {
            var partners = Taken(hub, remaining, withNeighbours: scale.IsWhole);
            groups.AddRange(partners.Chunk(scale.PartnersTogether).Select(some => new PictureGroup(hub, [.. some])));
        }

        return scale.IsWhole ? groups.ToImmutable() : [.. groups.OrderByDescending(group => group.Severity)];
    }

    private static ImmutableArray<PicturePartner> Taken(string hub, RemainingPairs remaining, bool withNeighbours)
    {
        var waiting = remaining.PartnersOf(hub).ToList();
        var partners = ImmutableArray.CreateBuilder<PicturePartner>();
        var next = waiting[0];
        while (true)
        {
            waiting.Remove(next);
            var withHub = remaining.Take(hub, next);
            if (waiting.Count == 0)
            {
                partners.Add(new PicturePartner(next, withHub, []));
                return partners.ToImmutable();
            }

            var (last, near) = (next, withNeighbours ? remaining.PartnersOf(next).FirstOrDefault(waiting.Contains) : null);
            next = near ?? waiting[0];
            partners.Add(new PicturePartner(last, withHub, near is null ? [] : remaining.Take(last, near)));
        }
    }
}
