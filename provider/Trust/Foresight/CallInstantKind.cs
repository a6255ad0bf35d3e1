namespace PartnerTrust.Trust.Foresight;

/// <summary>What happens to a certificate at a moment that may decide a call.</summary>
public enum CallInstantKind
{
    /// <summary>The certificate that signs comes into its validity, as far as clocks agree.</summary>
    SignerBegins,

    /// <summary>The staged certificate signs instead of the one before it.</summary>
    SignerTakesEffect,

    /// <summary>The certificate that signs has expired.</summary>
    SignerExpires,

    /// <summary>A copy of what signs, which a server trusts, comes into its validity, as far as clocks agree.</summary>
    TrustedKeyBegins,

    /// <summary>A copy of what signs, which a server trusts, has expired.</summary>
    TrustedKeyExpires,
}
