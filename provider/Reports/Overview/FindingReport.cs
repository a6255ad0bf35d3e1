using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Findings;

namespace PartnerTrust.Reports.Overview;

/// <summary>Something that is wrong, or will be: in what the servers keep, or seen from outside.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Server">Fqdn of the server at which it is to be repaired.</param>
/// <param name="Name">The record; null when it is about the server.</param>
/// <param name="Fault">What was found, what was expected, what to do.</param>
public sealed record FindingReport(Severity Severity, string Server, string? Name, Fault Fault)
{
    /// <summary>What does not work because of it; empty where that is not known.</summary>
    public string Consequence { get; init; } = "";

    /// <summary>Why it comes to this, as a sentence; empty where nobody knows.</summary>
    public string Cause { get; init; } = "";

    /// <summary>Whether <see cref="Cause"/> was seen; else it is what is usual in the field.</summary>
    public bool IsCauseSeen { get; init; }

    /// <summary>What there is to be told of it beside what was found, each with its title; what is not known is left out.</summary>
    public IEnumerable<(string Title, string Said)> Details => new[]
    {
        ("Expected", Fault.Expected), (IsCauseSeen ? "Cause" : "Possible cause", Cause), ("Leads to", Consequence), ("Remedy", Fault.Remedy),
    }.Where(detail => detail.Item2.Length > 0);

    public static FindingReport Of(TrustFinding finding) =>
        new FindingReport(finding.Fault.IsWarning ? Severity.Warning : Severity.Critical, finding.Server, finding.Name, finding.Fault)
        {
            Consequence = finding.Consequence,
        }.Explained(finding.Failure?.PossibleCause ?? "");

    public static FindingReport Of(Sight sight) =>
        new FindingReport(sight.Severity, sight.Server, null, sight.Fault) { Consequence = sight.Consequence }.Explained("");

    /// <summary>The calls of a direction that are refused and matter to somebody, each by the rule that refuses it.</summary>
    public static IEnumerable<FindingReport> Of(DirectionReport direction) =>
        from call in new[] { direction.ForUser, direction.ForItself }.OfType<CallReport>()
        where !call.IsAccepted && direction.Matters(call) && call.Decisive?.Fault is not null
        group call by call.Decisive!.Fault!.Text into same
        let severity = same.Contains(direction.Main) ? Severity.Critical : Severity.Warning
        select new FindingReport(severity, direction.Direction.To.Fqdn, null, same.First().Decisive!.Fault!)
        {
            Consequence = StopWords.Of(direction, [.. same]),
        }.Explained("");

    private FindingReport Explained(string usualCause) => this with
    {
        Cause = Fault.Cause.Length > 0 ? Fault.Cause : usualCause,
        IsCauseSeen = Fault.Cause.Length > 0 && Fault.IsCauseSeen,
    };
}
