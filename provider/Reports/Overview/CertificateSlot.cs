namespace PartnerTrust.Reports.Overview;

/// <summary>The generations of a signing certificate (domain.md 2.1).</summary>
public enum CertificateSlot
{
    /// <summary>It signs.</summary>
    Current,

    /// <summary>It is staged and will sign.</summary>
    Next,

    /// <summary>It signed before.</summary>
    Previous,
}
