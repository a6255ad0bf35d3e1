namespace PartnerTrust.Trust.State;

/// <summary>What a server keeps, in the parts that may be known each without the others.</summary>
public enum TrustPart
{
    /// <summary>What it signs with.</summary>
    Certificates,

    /// <summary>Its partner applications and authorization servers.</summary>
    Records,

    /// <summary>Lync's global OAuth settings.</summary>
    Settings,
}
