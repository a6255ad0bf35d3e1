using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Findings;

/// <summary>Something in the configuration that breaks the trust, or will.</summary>
/// <param name="Check">The check that found it, for example <c>META-004</c> (domain.md 11.3).</param>
/// <param name="Server">Fqdn of the server on which it is to be repaired.</param>
/// <param name="Name">The record; null when it is about the server.</param>
/// <param name="Fault">What was found, what was expected, what to do.</param>
/// <param name="Failure">The known failure of the field to which it belongs; null when the products work on and only an attacker is helped.</param>
public sealed record TrustFinding(string Check, string Server, string? Name, Fault Fault, Failure? Failure)
{
    /// <summary>What does not work because of it, as far as the finding itself tells; else empty.</summary>
    public string Consequence { get; init; } = "";
}
