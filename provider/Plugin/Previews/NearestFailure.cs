using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Plugin.Consequences;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Status;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.Previews;

/// <summary>Tells in one line at which moment calls will be refused for the first time if nobody does anything after the update, where that is nearer
/// than certificates are to be renewed. It is the first of what the command <c>when</c> tells.</summary>
internal sealed class NearestFailure(PlannedTrust planned, ProviderSession session)
{
    /// <param name="stack">The stack's URN.</param>
    /// <param name="begin">What the line begins with.</param>
    /// <param name="days">How many days before their end certificates are to be renewed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task TellAsync(string stack, string begin, int days, CancellationToken cancellationToken)
    {
        var now = session.Time.GetUtcNow();
        var whole = await WholeTrust.ReadAsync(planned.Engine, session.Installation.Directory, Silence.Instance, cancellationToken);
        var directions = DirectionReport.AllOf(whole.State, now, now + TimeSpan.FromDays(days), Thresholds.Default);
        var ahead = WhenFailures.Of(directions, now)
            .Where(failure => !failure.IsAlready && IsKnown(failure) && failure.At - now <= NearnessOf(failure, whole.State, days))
            .ToList();
        if (ahead is [var first, .. var later])
        {
            await session.Link.WarnAsync(stack, planned.Keys.Hide(begin + WordsOf(first, later.Count, now)), cancellationToken);
        }
    }

    private bool IsKnown(WhenFailure failure) =>
        planned.GapOfCall([failure.Direction.From.Fqdn, failure.Direction.To.Fqdn], failure.Direction.To.Fqdn) is null;

    /// <summary>A certificate that lives no longer than that many days is due later, and so is what comes of its end.</summary>
    private static TimeSpan NearnessOf(WhenFailure failure, TrustState state, int days) =>
        state.Certificates.GetValueOrDefault(failure.Direction.From.Fqdn) is { Current: { } signs }
            ? signs.NotAfter - CertificateRules.RenewalFrom(signs, days)
            : TimeSpan.FromDays(days);

    private static string WordsOf(WhenFailure first, int later, DateTimeOffset now) =>
        $"the trust will fail at {Times.Exact(first.At)} ({Times.Left(first.At, now)}), if nobody does anything until then: "
        + $"{first.Direction.To.Fqdn} will refuse calls of {first.Direction.From.Fqdn}"
        + $"{(first.SipUri is null ? " without a user" : "")}: {first.Fault.Text}{StoppedDirection.WordsOf(first.Features)}"
        + (later == 0 ? "" : $" {Headline.Count(later, "other call")} will fail in that time, too; the command \"when\" tells of all.");
}
