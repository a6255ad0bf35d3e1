using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Changes;

/// <summary>A change of a trust in one sentence, the worst first.</summary>
public static class ChangeHeadline
{
    public static string Of(TrustChange change) => change.IsNone
        ? "nothing of the trust changes"
        : string.Join("; ", Parts(change).DefaultIfEmpty("all directions stay as they are"));

    private static IEnumerable<string> Parts(TrustChange change)
    {
        var directions = change.Directions;
        return
        [
            .. Told(
                directions.Count(one => one is { Breaks: true, Kind: ChangeKind.Changed }),
                "will be refused that is accepted now",
                "will be refused that are accepted now"),
            .. Told(directions.Count(one => one is { Kind: ChangeKind.Added, After.Main.IsAccepted: false }), "will be set up, and refused"),
            .. Told(directions.Count(one => one.Kind == ChangeKind.Removed), "will be gone"),
            .. Told(directions.Count(one => one is { Opens: true, Kind: ChangeKind.Added }), "will be set up, and accepted"),
            .. Told(
                directions.Count(one => one is { Opens: true, Kind: ChangeKind.Changed }),
                "will be accepted that is refused now",
                "will be accepted that are refused now"),
            .. Told(
                directions.Count(one => one is { Kind: ChangeKind.Added, IsOpen: true }),
                "will be set up, and it cannot be told whether it is accepted",
                "will be set up, and it cannot be told whether they are accepted"),
            .. Told(
                directions.Count(one => one is { Kind: ChangeKind.Changed, IsOpen: true }),
                "changes, and it cannot be told whether it is accepted then",
                "change, and it cannot be told whether they are accepted then"),
            .. Told(
                directions.Count(one => one is { Kind: ChangeKind.Changed, Breaks: false, Opens: false, IsOpen: false }),
                "will be accepted or refused for other calls, or by other rules, than now"),
            .. Told(directions.Count(one => one is { EndsSooner: true, Severity: > Severity.Well }), "will fail sooner than now"),
            .. Found(change.Made.Length, "more"),
            .. Found(change.Mended.Length, "fewer"),
        ];
    }

    private static IEnumerable<string> Told(int directions, string one, string? many = null) =>
        directions == 0 ? [] : [$"{Headline.Count(directions, "direction")} {(directions == 1 ? one : many ?? one)}"];

    private static IEnumerable<string> Found(int findings, string than) =>
        findings == 0 ? [] : [Headline.Count(findings, $"{than} finding")];
}
