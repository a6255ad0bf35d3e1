using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Since when a server's current certificate signs. Servers do not remember it, so the resource's state does, for the current certificate and
/// for the staged one. A certificate that somebody else bound signs since it was noticed at the latest.</summary>
internal static class SigningSince
{
    // Two underscores: the engine keeps such an output and shows it to nobody.
    private const string Output = "__signsSince";

    /// <summary>The record, with what the recorded outputs know and the engine does not.</summary>
    public static CertificateBindingRecord Recall(CertificateBindingRecord record, PropertyMap outputs) => record with
    {
        Slots = record.Slots with { CurrentSince = record.Slots.CurrentSince ?? Known(record.Slots.Current, outputs) },
    };

    /// <summary>The outputs, with what has to be remembered where the engine cannot: nothing where it can.</summary>
    /// <param name="computed">The new outputs.</param>
    /// <param name="slots">What is bound, as the engine tells it.</param>
    /// <param name="recorded">The outputs before; empty for a new resource.</param>
    /// <param name="now">When it was looked at.</param>
    public static PropertyMap Keep(PropertyMap computed, CertificateSlots slots, PropertyMap recorded, DateTimeOffset now)
    {
        if (slots.CurrentSince is not null)
        {
            return computed;
        }

        var known = PropertyMap.Empty;
        if (slots.Current is { } current)
        {
            known = known.Set(current.Thumbprint.Hex, Instant.Format(Known(current, recorded) ?? now));
        }

        return slots is { Next: { } next, NextEffectiveDate: { } effective }
            ? computed.Set(Output, known.Set(next.Thumbprint.Hex, Instant.Format(effective)))
            : computed.Set(Output, known);
    }

    private static DateTimeOffset? Known(SigningCertificate? certificate, PropertyMap outputs) =>
        certificate is null ? null : Instant.Parse(outputs.Map(Output)?.Text(certificate.Thumbprint.Hex));
}
