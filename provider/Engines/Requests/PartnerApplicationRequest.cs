using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Requests;

/// <summary>The desired record; identifier, realm and keys follow from its source.</summary>
public sealed record PartnerApplicationRequest(
    string Server,
    string Name,
    PartnerSource Source,
    TrustLevel? TrustLevel,
    bool Enabled,
    bool AcceptSecurityIdentifierInformation,
    LinkedAccount? LinkedAccount)
{
    /// <summary>The name of the record that gives way to this one, in one step, where it has its name or is about the same partner; null where none does.</summary>
    public string? InPlaceOf { get; init; }
}
