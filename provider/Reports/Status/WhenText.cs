using System.Text;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Status;

/// <summary>Until when all goes on working, for people at a terminal: the first failure with its reason and what is lost, then the others.</summary>
public static class WhenText
{
    public static string Write(TrustOverview overview, DateTimeOffset until, Palette palette)
    {
        var text = new StringBuilder();
        var (failures, now) = (WhenFailures.Of(overview), overview.Now);
        var first = failures.FirstOrDefault();
        text.AppendLine(palette.Paint(overview.Thresholds.Of(first?.At, now), Sentence(overview, first, until)))
            .AppendLine($"At {Times.Minute(now)}, by {overview.Observation.Source}.");
        foreach (var failure in failures)
        {
            Append(text, failure, now);
        }

        return text.ToString();
    }

    private static string Sentence(TrustOverview overview, WhenFailure? first, DateTimeOffset until) =>
        first is null
            ? overview.Directions.IsEmpty ? "No trust is set up yet." : $"Nothing that is known now ends the trust before {Times.Minute(until)}."
            : first.IsAlready ? $"The trust fails already: {first.Direction.From.Fqdn} cannot call {first.Direction.To.Fqdn}."
            : $"The trust will fail at {Times.Exact(first.At)} ({Times.Left(first.At, overview.Now)}), if nobody does anything until then.";

    private static void Append(StringBuilder text, WhenFailure failure, DateTimeOffset now)
    {
        var when = failure.IsAlready ? "now" : $"{Times.Exact(failure.At)} ({Times.Left(failure.At, now)})";
        text.AppendLine()
            .AppendLine($"{when}: {failure.Direction.From.Fqdn} -> {failure.Direction.To.Fqdn}{(failure.SipUri is null ? " without a user" : $" for {failure.SipUri}")}")
            .AppendLine($"    {failure.Fault.Code}: {failure.Fault.Found}");
        if (!failure.Features.IsEmpty)
        {
            text.AppendLine($"    Ends with it: {string.Join(", ", failure.Features)}");
        }

        text.AppendLine($"    Remedy: {failure.Fault.Remedy}");
    }
}
