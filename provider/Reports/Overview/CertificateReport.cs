using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Overview;

/// <summary>One generation of a server's signing certificate.</summary>
/// <param name="Server">Whose.</param>
/// <param name="Slot">Which generation.</param>
/// <param name="Certificate">The public half.</param>
/// <param name="EffectiveDate">When a staged one becomes current; null for the others.</param>
/// <param name="Severity">How near its end is; one with a successor, and one that signs no more, are well.</param>
public sealed record CertificateReport(
    Server Server, CertificateSlot Slot, SigningCertificate Certificate, DateTimeOffset? EffectiveDate, Severity Severity)
{
    /// <summary>Of all servers in order of fqdn, what signs first.</summary>
    public static ImmutableArray<CertificateReport> AllOf(TrustState state, DateTimeOffset now, Thresholds thresholds) =>
    [
        .. from server in state.Servers.Values.OrderBy(server => server.Fqdn, StringComparer.Ordinal)
           let slots = CertificateRules.At(state.Certificates.GetValueOrDefault(server.Fqdn, CertificateSlots.Empty), server.Product, now)
           from report in Of(server, slots, now, thresholds)
           select report,
    ];

    private static IEnumerable<CertificateReport> Of(Server server, CertificateSlots slots, DateTimeOffset now, Thresholds thresholds)
    {
        if (slots.Current is { } current)
        {
            var isReplaced = slots.Next is not null && slots.NextEffectiveDate < current.NotAfter;
            yield return new(
                server, CertificateSlot.Current, current, null, isReplaced ? Severity.Well : thresholds.Of(current.NotAfter, now));
        }

        if (slots.Next is { } next)
        {
            yield return new(server, CertificateSlot.Next, next, slots.NextEffectiveDate, thresholds.Of(next.NotAfter, now));
        }

        if (slots.Previous is { } previous)
        {
            yield return new(server, CertificateSlot.Previous, previous, null, Severity.Well);
        }
    }
}
