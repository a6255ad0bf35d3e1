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
    /// <summary>SharePoint only: whether the partner may speak for other applications.</summary>
    public bool IsTrustBroker { get; init; } = true;

    /// <summary>Which record may be touched; a new one unless another is named.</summary>
    public RecordGuard Guard { get; init; } = new RecordGuard.New();
}
