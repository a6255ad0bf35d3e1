using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Picture;

/// <summary>The pairs of servers between which a direction is not drawn yet.</summary>
internal sealed class RemainingPairs
{
    private readonly List<string> order;
    private readonly Dictionary<string, List<string>> partners;
    private readonly ILookup<(string, string), DirectionReport> directions;

    public RemainingPairs(ImmutableArray<DirectionReport> all)
    {
        directions = all.ToLookup(direction => Pair(direction.Direction.From.Fqdn, direction.Direction.To.Fqdn));
        order = [.. all.SelectMany(direction => new[] { direction.Direction.From.Fqdn, direction.Direction.To.Fqdn }).Distinct()];
        partners = order.ToDictionary(server => server, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var (one, other) in directions.Select(pair => pair.Key))
        {
            partners[one].Add(other);
            partners[other].Add(one);
        }
    }

    /// <summary>The server with the most; null when none are left.</summary>
    public string? Busiest() => order.Where(server => partners[server].Count > 0).MaxBy(server => partners[server].Count);

    public IReadOnlyList<string> PartnersOf(string server) => [.. order.Where(partners[server].Contains)];

    public ImmutableArray<DirectionReport> Take(string one, string other)
    {
        partners[one].Remove(other);
        partners[other].Remove(one);
        return [.. directions[Pair(one, other)]];
    }

    private static (string, string) Pair(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
