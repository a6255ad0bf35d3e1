using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Bindings;

/// <summary>When a certificate may take effect: early enough before the old one expires, late enough for partners to read it
/// (domain.md 2.1, 2.3). No vendor refuses a short lead, so that is a warning; a time without any valid signer is refused.</summary>
internal static class StagingRules
{
    public static IEnumerable<Fault> Review(
        CertificateSlots slots, SigningCertificate certificate, ServerProduct product, DateTimeOffset now, DateTimeOffset effective)
    {
        var lifecycle = ProductLifecycle.Of(product);
        if (!lifecycle.KeepsGenerations)
        {
            yield return FaultCatalogue.StagingUnsupported(product);
            yield break;
        }

        if (certificate.NotAfter < effective)
        {
            yield return FaultCatalogue.ExpiresBeforeEffect(certificate, effective);
        }

        if (effective - now < lifecycle.LeadTime)
        {
            yield return FaultCatalogue.LeadTimeShort(product, effective, now, lifecycle.LeadTime);
        }

        if (slots.Current is null)
        {
            yield return FaultCatalogue.NothingSignsUntil(effective);
        }
        else if (!certificate.Equals(slots.Current))
        {
            foreach (var fault in Overlap(slots.Current, product, effective, now))
            {
                yield return fault;
            }
        }
    }

    /// <summary>What is wrong with the time at which a certificate is to replace <paramref name="current"/>.</summary>
    public static IEnumerable<Fault> Overlap(
        SigningCertificate current, ServerProduct product, DateTimeOffset effective, DateTimeOffset now)
    {
        var overlap = ProductLifecycle.Of(product).Overlap;
        if (current.NotAfter < effective)
        {
            yield return FaultCatalogue.SigningGap(effective, current);
        }
        else if (current.NotAfter - effective < overlap)
        {
            yield return FaultCatalogue.OverlapShort(product, effective, current, overlap, now);
        }
    }
}
