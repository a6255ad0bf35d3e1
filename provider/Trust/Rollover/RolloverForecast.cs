using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Rollover;

/// <summary>When the next rollover of a server's signing certificate is due, and what is to be done then (domain.md 2.2, 2.3, 3.5).</summary>
/// <param name="Plan">As if it were begun at <paramref name="Begin"/>.</param>
/// <param name="Begin">When it is due; now, where it is under way or overdue.</param>
/// <param name="LastSafe">The last moment at which it can be begun, or switched where it has begun, so that no valid token fails. Null where no time is
/// safe: the product keeps one generation only, or nothing signs.</param>
/// <param name="Ending">What is left to be done of the rollover before, where <paramref name="Plan"/> does not tell it.</param>
public sealed record RolloverForecast(RolloverPlan Plan, DateTimeOffset Begin, DateTimeOffset? LastSafe, ImmutableArray<RolloverStep> Ending)
{
    /// <exception cref="Faults.FaultException">There is no such server.</exception>
    /// <param name="state">What the servers keep.</param>
    /// <param name="server">Fqdn of the one whose certificate rolls.</param>
    /// <param name="now">When.</param>
    /// <param name="renewalDays">How many days before its end a certificate is to be renewed.</param>
    public static RolloverForecast Of(TrustState state, string server, DateTimeOffset now, int renewalDays)
    {
        var today = RolloverPlanner.Plan(state, server, now);
        var product = state.Servers[server].Product;
        var slots = CertificateRules.At(state.Certificates.GetValueOrDefault(server, CertificateSlots.Empty), product, now);
        if (slots.Current is not { } current)
        {
            return new RolloverForecast(today, now, null, []);
        }

        var lastSafe = LastSafeOf(product, slots, current);
        var due = CertificateRules.RenewalFrom(current, renewalDays);
        var begin = lastSafe < due ? lastSafe.Value : due;
        return slots.Next is not null || begin <= now
            ? new RolloverForecast(today, now, lastSafe, [])
            : new RolloverForecast(
                RolloverPlanner.Plan(state with { Certificates = state.Certificates.SetItem(server, slots with { Previous = null }) }, server, begin),
                begin,
                lastSafe,
                Before(begin, RolloverPlanner.Ending(state, server, now)));
    }

    private static DateTimeOffset? LastSafeOf(ServerProduct product, CertificateSlots slots, SigningCertificate current)
    {
        var lifecycle = ProductLifecycle.Of(product);
        return !lifecycle.KeepsGenerations ? null
            : RolloverTiming.LatestSwitch(product, current) - (slots.Next is null ? lifecycle.LeadTime : TimeSpan.Zero);
    }

    private static ImmutableArray<RolloverStep> Before(DateTimeOffset begin, ImmutableArray<RolloverStep> steps) =>
        [.. steps.Where(step => step.NotBefore < begin)];
}
