using PartnerTrust.Plugin.Checking;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Whether a bound certificate is due for renewal, by the clock alone: its last known outputs say when it expires.</summary>
internal static class Renewal
{
    public const int LongestDays = 3650;
    private const int DefaultDays = 60;

    /// <summary>Null when it is not due, or its successor is staged already.</summary>
    public static Fault? Of(PropertyMap outputs, PropertyMap inputs, DateTimeOffset now)
    {
        var successorIsStaged = outputs.Text("nextThumbprint") is { } next && next != outputs.Text("thumbprint");
        var days = Math.Clamp(inputs.Whole("renewBeforeDays") ?? DefaultDays, 0, LongestDays);
        var isFarOff = Instant.Parse(outputs.Text("notAfter")) - now > TimeSpan.FromDays(days);
        return successorIsStaged || isFarOff || !outputs.TryText("certificatePem", out var pem)
            ? null
            : CertificateRules.RenewalDue(CertificateReader.ReadPem(pem), now, days)?.At("renewalDue");
    }

    /// <summary>Late enough for every partner to read the new key first, where the old certificate lives long enough; else at once.</summary>
    public static DateTimeOffset? EffectiveDate(ServerProduct product, PropertyMap outputs, DateTimeOffset now)
    {
        var lifecycle = ProductLifecycle.Of(product);
        var effective = now + lifecycle.LeadTime + TimeSpan.FromHours(1);
        return lifecycle.KeepsGenerations && Instant.Parse(outputs.Text("notAfter")) is { } expiry && effective + lifecycle.Overlap < expiry
            ? effective
            : null;
    }
}
