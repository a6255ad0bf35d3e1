namespace PartnerTrust.Trust.Partners;

/// <summary>What Lync lets a partner application do (domain.md 4.1, 5.8).</summary>
public enum TrustLevel
{
    /// <summary>It represents itself and any user of the realm.</summary>
    Full,

    /// <summary>It represents itself; for a user it needs the consent of an authorization server.</summary>
    Application,

    /// <summary>It cannot represent itself; for a user it needs the consent of an authorization server.</summary>
    User,
}
