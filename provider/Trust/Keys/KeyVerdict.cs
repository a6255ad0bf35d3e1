namespace PartnerTrust.Trust.Keys;

/// <summary>What is wrong with the key of a certificate, beyond its kind and size.</summary>
/// <param name="Weaknesses">By what it can be broken.</param>
/// <param name="Reason">The same for messages, for example <c>its public exponent is 1</c>; empty for a sound key.</param>
/// <param name="OtherUsage">What the certificate says its key is for, when that is not signing; null when it may sign.</param>
public sealed record KeyVerdict(KeyWeaknesses Weaknesses, string Reason, string? OtherUsage)
{
    public bool IsWeak => Weaknesses != KeyWeaknesses.None;

    /// <summary>Whether anybody can sign in the owner's name, at no cost worth the word. (For a key of ROCA the cost was reckoned at tens of
    /// thousands of dollars, and installations may still have one: it is warned about and not refused.)</summary>
    public bool IsForgeable => (Weaknesses & ~KeyWeaknesses.Roca) != KeyWeaknesses.None;
}
