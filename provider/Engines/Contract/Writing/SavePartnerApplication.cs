using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Contract.Writing;

/// <summary>The desired record; identifier, realm and keys follow from its source and are copied again whenever it is written.</summary>
public sealed record SavePartnerApplication(
    string Server,
    string Name,
    PartnerSource Source,
    TrustLevel? TrustLevel,
    bool Enabled,
    bool AcceptSecurityIdentifierInformation,
    LinkedAccount? LinkedAccount)
{
    /// <summary>Which record may be touched; a new one unless another is named.</summary>
    public RecordGuard Guard { get; init; } = new RecordGuard.New();
}
