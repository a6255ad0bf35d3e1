using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Partners;

/// <summary>A partner application as someone wants it; who the partner is follows from its source.</summary>
/// <param name="Server">The server that is to keep the record.</param>
/// <param name="Name">Unique on that server.</param>
/// <param name="Source">Where identifier, realm and keys come from.</param>
/// <param name="TrustLevel">Lync only; null for its default.</param>
/// <param name="Enabled">A disabled record refuses every token.</param>
/// <param name="AcceptSecurityIdentifierInformation">Whether SIDs in tokens are accepted.</param>
/// <param name="LinkedAccount">Exchange only.</param>
public sealed record PartnerApplicationDraft(
    Server Server,
    string Name,
    PartnerSource Source,
    TrustLevel? TrustLevel,
    bool Enabled,
    bool AcceptSecurityIdentifierInformation,
    LinkedAccount? LinkedAccount)
{
    /// <summary>SharePoint only: whether the partner may speak for other applications.</summary>
    public bool IsTrustBroker { get; init; } = true;

    /// <summary>The keys of the server that is to keep the record; empty where they are not known.</summary>
    public ImmutableArray<SigningCertificate> OwnKeys { get; init; } = [];
}
