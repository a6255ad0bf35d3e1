using PartnerTrust.Plugin.Schema;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using Kind = PartnerTrust.Protocol.Messages.PropertyDiff.Types.Kind;

namespace PartnerTrust.Plugin.Diffing;

/// <summary>Differences in the form of the wire: each path once, top-level keys beside it (pulumi-protocol.md 2.3).</summary>
internal static class DiffReply
{
    public static DiffResponse Of(
        IReadOnlyCollection<Difference> found, IReadOnlyCollection<string> ignoreChanges, ObjectSchema outputs)
    {
        var ignored = ignoreChanges.Select(path => PropertyPath.TryParse(path, out var parsed) ? parsed : null).OfType<PropertyPath>().ToList();
        var differences = found
            .Where(difference => !ignored.Any(path => path.Covers(difference.Path)))
            .DistinctBy(difference => difference.Path)
            .ToList();
        var reply = new DiffResponse
        {
            Changes = differences.Count == 0 ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
        };
        foreach (var difference in differences)
        {
            reply.DetailedDiff[difference.Path.ToString()] = new PropertyDiff { Kind = KindOf(difference), InputDiff = difference.IsInputDifference };
        }

        reply.Diffs.AddRange(TopLevel(differences));
        reply.Replaces.AddRange(TopLevel(differences.Where(difference => difference.Replaces)));

        if (differences.Count > 0 && reply.Replaces.Count == 0)
        {
            reply.Stables.AddRange(outputs.Properties.Values.Where(property => property.Replaces).Select(property => property.Name));
        }

        return reply;
    }

    private static IEnumerable<string> TopLevel(IEnumerable<Difference> differences) =>
        differences.Select(difference => difference.Path.Segments[0]).OfType<PathSegment.Key>().Select(key => key.Name)
            .Distinct(StringComparer.Ordinal);

    private static Kind KindOf(Difference difference) => (difference.Kind, difference.Replaces) switch
    {
        (DifferenceKind.Add, false) => Kind.Add,
        (DifferenceKind.Add, true) => Kind.AddReplace,
        (DifferenceKind.Delete, false) => Kind.Delete,
        (DifferenceKind.Delete, true) => Kind.DeleteReplace,
        (_, false) => Kind.Update,
        (_, true) => Kind.UpdateReplace,
    };
}
