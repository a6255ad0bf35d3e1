using PartnerTrust.Plugin.Previews;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>Whether a bound certificate is due for renewal, by the clock alone: its last known outputs say when it expires.</summary>
internal static class Renewal
{
    public const int LongestDays = 3650;

    /// <summary>Null when it is not due, or its successor is staged already.</summary>
    /// <param name="recorded">The last known outputs.</param>
    /// <param name="inputs">What the program says.</param>
    /// <param name="product">Of whose certificate it is.</param>
    /// <param name="now">When.</param>
    public static Fault? Of(CertificateBindingOutputs recorded, CertificateBindingInputs inputs, ServerProduct product, DateTimeOffset now)
    {
        var successorIsStaged = recorded.NextThumbprint is { } next && next != recorded.Thumbprint;
        var days = DaysOf(inputs);
        var isFarOff = recorded.NotAfter - now > TimeSpan.FromDays(days);
        return successorIsStaged || isFarOff || recorded.CertificatePem is not { } pem
            ? null
            : CertificateRules.RenewalDue(CertificateReader.ReadPem(pem), now, days, product)?.At(CertificateBindingOutputs.RenewalDueName);
    }

    /// <summary>How many days before its end it is to be renewed.</summary>
    public static int DaysOf(CertificateBindingInputs inputs) =>
        Math.Clamp(inputs.RenewBeforeDays.Value ?? RenewalHorizon.UsualDays, 0, LongestDays);

    /// <summary>Whether it is due, or about to be followed by another.</summary>
    public static bool IsNear(CertificateBindingOutputs recorded, CertificateBindingInputs inputs, DateTimeOffset now) =>
        recorded.IsStaged || recorded.NextThumbprint is not null || IsDue(recorded, inputs, now);

    /// <summary>Whether it is due, on whatever product.</summary>
    public static bool IsDue(CertificateBindingOutputs recorded, CertificateBindingInputs inputs, DateTimeOffset now) =>
        Of(recorded, inputs, default, now) is not null;

    /// <summary>How long before it takes effect a renewal stages its certificate.</summary>
    public static TimeSpan LeadTime(ServerProduct product) => ProductLifecycle.Of(product).LeadTime + TimeSpan.FromHours(1);

    /// <summary>Late enough for every partner to read the new key first, where the old certificate lives long enough; else at once.</summary>
    public static DateTimeOffset? EffectiveDate(ServerProduct product, CertificateBindingOutputs recorded, DateTimeOffset now)
    {
        var lifecycle = ProductLifecycle.Of(product);
        var effective = now + LeadTime(product);
        return lifecycle.KeepsGenerations && recorded.NotAfter is { } expiry && effective + lifecycle.Overlap < expiry ? effective : null;
    }
}
