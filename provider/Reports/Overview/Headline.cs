using System.Globalization;

namespace PartnerTrust.Reports.Overview;

/// <summary>The whole overview in one sentence, the worst first.</summary>
public static class Headline
{
    public static string Of(TrustOverview overview) => string.Join("; ", Parts(overview));

    /// <summary>So many of a thing: <c>1 direction</c>, <c>2 directions</c>.</summary>
    public static string Count(int number, string one, string? many = null) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + (number == 1 ? one : many ?? one + "s");

    private static IEnumerable<string> Parts(TrustOverview overview)
    {
        var (directions, unread) = (overview.Directions, overview.Observation.Unread);
        var refused = directions.Count(direction => !direction.Main.IsAccepted);
        var open = directions.Count(direction => direction.Main is { IsAccepted: true, IsOpen: true });
        var accepted = directions.Length - refused - open;
        if (directions.IsEmpty)
        {
            yield return !overview.IsPartial ? "no trust is set up yet" : "no trust is seen";
        }
        else if (refused > 0)
        {
            yield return $"{Number(refused)} of {Count(directions.Length, "direction")} {(refused == 1 ? "is" : "are")} refused";
        }
        else if (open == 0)
        {
            yield return directions.Length == 1 ? "the direction is accepted" : $"all {Number(directions.Length)} directions are accepted";
        }
        else if (accepted > 0)
        {
            yield return $"{Number(accepted)} of {Count(directions.Length, "direction")} {(accepted == 1 ? "is" : "are")} accepted";
        }

        if (open > 0)
        {
            yield return open < directions.Length
                ? $"of {Number(open)} it cannot be told for certain"
                : $"of {Count(open, "direction")} it cannot be told for certain whether calls are accepted";
        }

        if (unread.Length > 0)
        {
            yield return $"{Count(unread.Length, "server")} could not be read";
        }

        if (!overview.Observation.Untold.IsEmpty)
        {
            yield return "not all of it is told";
        }

        if (End(overview) is { } end)
        {
            yield return end;
        }

        foreach (var severity in new[] { Severity.Critical, Severity.Warning })
        {
            if (overview.Findings.Count(finding => finding.Severity == severity) is > 0 and var found)
            {
                yield return Count(found, severity == Severity.Critical ? "critical finding" : "warning");
            }
        }
    }

    /// <summary>Until when all that works now goes on working, as far as that is in sight.</summary>
    private static string? End(TrustOverview overview) => overview.FirstToFail is { FirstToFail: { FailsAt: { } at, FailsBy: { } by } } direction
        ? $"from {Times.Minute(at)} on ({Times.Left(at, overview.Now)}) {direction.Direction.To.Fqdn} would refuse {direction.Direction.From.Fqdn} ({by.Code})"
        : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
