using System.Collections.Immutable;
using PartnerTrust.Trust.Findings;

namespace PartnerTrust.Reports.Overview;

/// <summary>All that is to be told of a trust at one moment. Whatever form it is told in, it is this that is told.</summary>
/// <param name="Observation">What is known.</param>
/// <param name="Thresholds">How near an end may come before it is told.</param>
/// <param name="Directions">Who may call whom.</param>
/// <param name="Certificates">What signs, has signed and will sign.</param>
/// <param name="Findings">What is wrong, or will be; the worst first.</param>
public sealed record TrustOverview(
    Observation Observation,
    Thresholds Thresholds,
    ImmutableArray<DirectionReport> Directions,
    ImmutableArray<CertificateReport> Certificates,
    ImmutableArray<FindingReport> Findings)
{
    public DateTimeOffset Now => Observation.Now;

    /// <summary>As bad as the worst that is true; never well where a server could not be read.</summary>
    public Severity Severity => Severities.DefaultIfEmpty(Severity.Warning).Max();

    /// <summary>Whether not all is known, so that not all is told.</summary>
    public bool IsPartial => !Observation.Unread.IsEmpty || !Observation.Untold.IsEmpty;

    /// <summary>The direction that will be the first to fail; null where none is in sight to.</summary>
    public DirectionReport? FirstToFail => Directions.Where(direction => direction.FirstToFail is not null)
        .MinBy(direction => direction.FirstToFail!.FailsAt);

    /// <summary>Nothing set up is no trust, and not well.</summary>
    private IEnumerable<Severity> Severities => Directions.Select(direction => direction.Severity)
        .Concat(Directions.IsEmpty ? [Severity.Warning] : [])
        .Concat(Certificates.Select(certificate => certificate.Severity))
        .Concat(Findings.Select(finding => finding.Severity))
        .Concat(Observation.Unread.Select(_ => Severity.Warning));

    /// <summary>So far ahead is looked unless it is asked for otherwise: thirteen months, more than the life of most certificates that are
    /// bought.</summary>
    public static DateTimeOffset UsualHorizon(DateTimeOffset now) => now.AddMonths(13);

    /// <param name="observation">What is known.</param>
    /// <param name="thresholds">How near an end may come before it is told.</param>
    /// <param name="until">How far is looked ahead; thirteen months without it.</param>
    public static TrustOverview Of(Observation observation, Thresholds thresholds, DateTimeOffset? until = null)
    {
        var (state, now) = (observation.State, observation.Now);
        var directions = DirectionReport.AllOf(state, now, until ?? UsualHorizon(now), thresholds);
        var findings = directions.SelectMany(FindingReport.Of)
            .Concat(observation.Sights.Select(FindingReport.Of))
            .Concat(TrustFindings.Of(state, now, (int)thresholds.Warning.TotalDays).Select(FindingReport.Of));
        return new TrustOverview(
            observation,
            thresholds,
            directions,
            CertificateReport.AllOf(state, now, thresholds),
            [.. findings.OrderByDescending(finding => finding.Severity)]);
    }
}
