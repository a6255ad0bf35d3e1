using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Rollover;

/// <summary>When a previous certificate may be forgotten without a valid token failing: once the last token that it signed has ended
/// (domain.md 2.2 rule 3, 2.3, 5.4). The products forget at once when told to; waiting is what an operator has to do.</summary>
public static class RetirementRules
{
    /// <summary>From when on nothing signed by the previous certificate counts any more. Where nobody knows when the current one took
    /// over, that is only known of the certificate's end. Null when there is no previous certificate.</summary>
    public static DateTimeOffset? SafeFrom(CertificateSlots slots, ServerProduct product) => slots.Previous switch
    {
        null => null,
        { NotAfter: var end } when slots.CurrentSince is { } since => Earlier(RolloverTiming.Retirement(product, since), end),
        { NotAfter: var end } => end,
    };

    /// <summary>Why the previous certificate is kept; null when it may be forgotten, or when there is none.</summary>
    public static Fault? Obstacle(CertificateSlots slots, Server server, DateTimeOffset now)
    {
        var due = CertificateRules.At(slots, server.Product, now);
        return SafeFrom(due, server.Product) is { } safe && safe > now
            ? FaultCatalogue.StillInUse(server.Fqdn, due.Previous!, due.CurrentSince, safe)
            : null;
    }

    /// <summary>The slots without the previous certificate.</summary>
    /// <exception cref="FaultException">A token that it signed may still be valid (PT2029).</exception>
    public static CertificateSlots Retire(CertificateSlots slots, Server server, DateTimeOffset now) =>
        Obstacle(slots, server, now) is { } obstacle
            ? throw new FaultException(obstacle)
            : CertificateRules.ClearPrevious(CertificateRules.At(slots, server.Product, now));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
