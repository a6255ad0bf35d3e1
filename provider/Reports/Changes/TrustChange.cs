using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Changes;

/// <summary>All that is to be told of what a change makes of a trust. Both sides are looked at as of the same moment.</summary>
/// <param name="Before">The trust that there is.</param>
/// <param name="After">What it will be.</param>
/// <param name="Directions">Each direction that is there before or after.</param>
/// <param name="Certificates">The certificates of which something changes.</param>
/// <param name="Records">The records of which something changes.</param>
/// <param name="Made">What is wrong afterwards, and is not before; the worst first.</param>
/// <param name="Mended">What is wrong before, and is not afterwards.</param>
public sealed record TrustChange(
    TrustOverview Before,
    TrustOverview After,
    ImmutableArray<DirectionChange> Directions,
    ImmutableArray<CertificateChange> Certificates,
    ImmutableArray<RecordChange> Records,
    ImmutableArray<FindingReport> Made,
    ImmutableArray<FindingReport> Mended)
{
    /// <summary>How much worse it becomes: what is bad already, and stays as it is, does not count.</summary>
    public Severity Severity => Directions.Select(direction => direction.Severity)
        .Concat(Made.Select(finding => finding.Severity))
        .DefaultIfEmpty(Severity.Well).Max();

    /// <summary>Whether nothing at all becomes another.</summary>
    public bool IsNone => Certificates.IsEmpty && Records.IsEmpty && Made.IsEmpty && Mended.IsEmpty
        && Directions.All(direction => direction.Kind == ChangeKind.Same);

    /// <summary>What cannot be told of it, each as a sentence.</summary>
    public ImmutableArray<string> Untold =>
        [.. After.Observation.Untold.Union(Before.Observation.Untold, StringComparer.Ordinal)];

    /// <summary>What the preview found when it did all of it to a copy of the trust, each as a sentence.</summary>
    public ImmutableArray<string> Proven => After.Observation.Proven;

    public static TrustChange Of(TrustOverview before, TrustOverview after)
    {
        var (earlier, later) = (before.Findings.Select(Key).ToHashSet(), after.Findings.Select(Key).ToHashSet());
        return new TrustChange(
            before,
            after,
            DirectionChange.AllOf(before, after),
            CertificateChange.AllOf(before, after),
            RecordChange.AllOf(before.Observation.State, after.Observation.State),
            [.. after.Findings.Where(finding => !earlier.Contains(Key(finding)))],
            [.. before.Findings.Where(finding => !later.Contains(Key(finding)))]);
    }

    /// <summary>What is wrong stays the same when it is told in other words, as with another count of days.</summary>
    private static (string, string, string?, string) Key(FindingReport finding) =>
        (finding.Fault.Code, finding.Server, finding.Name, finding.Consequence);
}
