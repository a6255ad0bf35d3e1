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
    /// <summary>The name of the record in whose place this one is to be created, in one step; null where it takes nobody's.</summary>
    public string? InPlaceOf { get; init; }
}
