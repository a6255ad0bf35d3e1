using PartnerTrust.Plugin.Schema;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Consequences;

/// <summary>What operations make of calls that work, for people.</summary>
internal static class ConsequenceWords
{
    public static string Of(StoppedDirection stopped) =>
        $"Preview: after this update {stopped.Direction.From.Fqdn} can no longer call {stopped.Direction.To.Fqdn}{stopped.Kind}. "
        + $"The call would be refused: {stopped.Refusal.Text}{StoppedDirection.WordsOf(stopped.Features)}";

    /// <summary>The gaps in time, each once, at the resource that begins it.</summary>
    public static IEnumerable<(string Urn, string Message)> OfGaps(IEnumerable<WatchedCall> calls) =>
        (from watched in calls
         where watched.Stop is null
         from gap in watched.Gaps
         select (gap.Stop.Urn, OfGap(watched.Call, gap))).Distinct();

    private static string OfGap(DirectionCall call, CallGap gap)
    {
        var (from, to) = (call.Direction.From, call.Direction.To);
        var delay = RefreshPolicy.OfPartner(to.Product).TakesEffect;
        return $"Preview: from this operation until \"{PackageTokens.NameOf(gap.Urn)}\" is done in the same update"
            + (delay > TimeSpan.Zero ? $", and for up to {Spoken(delay)} after it," : "")
            + $" {to.Fqdn} refuses calls of {from.Fqdn} ({gap.Stop.Refusal.Code}).{Advice(gap, from)}";
    }

    private static string Advice(CallGap gap, Server from) =>
        PackageTokens.IsCertificateBinding(gap.Stop.Urn) && ProductLifecycle.Of(from.Product) is { KeepsGenerations: true } lifecycle
            ? $" A certificate with an effectiveDate, {Spoken(lifecycle.LeadTime)} ahead or more, is published beside the old one first, and leaves no such gap."
            : "";

    private static string Spoken(TimeSpan time) =>
        time.TotalHours >= 1 ? FormattableString.Invariant($"{time.TotalHours:0} hours") : FormattableString.Invariant($"{time.TotalMinutes:0} minutes");
}
