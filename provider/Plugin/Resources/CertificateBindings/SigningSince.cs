using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>Since when a server's current certificate signs. Servers do not remember it, so the resource's state does, for the current certificate
/// and for the staged one. A certificate that somebody else bound signs since it was noticed at the latest.</summary>
internal static class SigningSince
{
    // Two underscores: the engine keeps such an output and shows it to nobody.
    private const string Output = "__signsSince";

    /// <summary>The slots, with what the recorded outputs know and the engine does not.</summary>
    public static CertificateSlots Recall(CertificateSlots slots, PropertyMap outputs) =>
        slots with { CurrentSince = slots.CurrentSince ?? Known(slots.Current, outputs) };

    /// <summary>Since, or from, when a certificate signs as far as the recorded outputs tell; null where they do not.</summary>
    public static DateTimeOffset? Known(SigningCertificate? certificate, PropertyMap outputs) =>
        certificate is null ? null : Instant.Parse(outputs.Map(Output)?.Text(certificate.Thumbprint.Hex));

    /// <summary>What has to be remembered where the engine cannot: nothing where it can.</summary>
    /// <param name="slots">What is bound, as the engine tells it.</param>
    /// <param name="recorded">The outputs before; empty for a new resource.</param>
    /// <param name="now">When it was looked at.</param>
    public static PropertyMap Remember(CertificateSlots slots, PropertyMap recorded, DateTimeOffset now)
    {
        if (slots.CurrentSince is not null)
        {
            return PropertyMap.Empty;
        }

        var known = PropertyMap.Empty;
        if (slots.Current is { } current)
        {
            known = known.Set(current.Thumbprint.Hex, Instant.Format(Known(current, recorded) ?? now));
        }

        return PropertyMap.Of((Output, slots is { Next: { } next, NextEffectiveDate: { } effective }
            ? known.Set(next.Thumbprint.Hex, Instant.Format(effective))
            : known));
    }
}
