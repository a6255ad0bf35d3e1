using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Trust.Partners;

/// <summary>A partner application as one server keeps it: who the partner is, by which keys it is known, and what it may do
/// (domain.md 4.1, 4.3). The keys are a copy, taken when the record was written.</summary>
/// <param name="Server">Fqdn of the server that keeps the record.</param>
/// <param name="Name">Unique on that server; at most 64 characters.</param>
/// <param name="Source">Where identifier, realm and keys came from.</param>
/// <param name="ApplicationIdentifier">The partner's application identifier, lower case.</param>
/// <param name="Realm">The partner's realm; empty for a cloud application behind an authorization server.</param>
/// <param name="Issuer"><c>application@realm</c>.</param>
/// <param name="TrustedKeys">The partner's keys as copied; empty when an authorization server vouches for it. Null where the server that keeps them
/// does not show them: a real Lync shows where it took them from, and nothing else.</param>
/// <param name="TrustLevel">Lync only; null elsewhere.</param>
/// <param name="Enabled">A disabled record refuses every token of the partner.</param>
/// <param name="AcceptSecurityIdentifierInformation">Whether SIDs in tokens are accepted to find the user.</param>
/// <param name="LinkedAccount">Exchange only: whose roles an app-only call has; null when there is none.</param>
public sealed record PartnerApplication(
    string Server,
    string Name,
    PartnerSource Source,
    string ApplicationIdentifier,
    string Realm,
    string Issuer,
    ImmutableArray<SigningCertificate>? TrustedKeys,
    TrustLevel? TrustLevel,
    bool Enabled,
    bool AcceptSecurityIdentifierInformation,
    LinkedAccount? LinkedAccount)
{
    /// <summary>Whether the partner's tokens may name another application than the partner itself (domain.md 4.7). Counts on SharePoint
    /// alone.</summary>
    public bool IsTrustBroker { get; init; } = true;

    public bool Equals(PartnerApplication? other) =>
        other is not null
        && (Server, Name, ApplicationIdentifier, Realm, Issuer) == (other.Server, other.Name, other.ApplicationIdentifier, other.Realm, other.Issuer)
        && (TrustLevel, Enabled, AcceptSecurityIdentifierInformation, IsTrustBroker)
            == (other.TrustLevel, other.Enabled, other.AcceptSecurityIdentifierInformation, other.IsTrustBroker)
        && Source == other.Source
        && LinkedAccount == other.LinkedAccount
        && TrustedKeys.SameAs(other.TrustedKeys);

    public override int GetHashCode() => HashCode.Combine(Server, Name, ApplicationIdentifier, Realm, Issuer, TrustLevel, Enabled);
}
