using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Trust.Partners;

/// <summary>An authorization server that a product trusts (domain.md 4.2 CsOAuthServer, 4.5 AuthServer).</summary>
/// <param name="Server">Fqdn of the server that keeps the record.</param>
/// <param name="Name">Unique on that server; at most 64 characters.</param>
/// <param name="AuthMetadataUrl">The https URL of the authorization server's metadata document.</param>
/// <param name="Realm">The realm it issues for; taken from the document when not given.</param>
/// <param name="Issuer">The authorization server's issuer: <c>application@realm</c>, or the entity id of one that signs clients in.</param>
/// <param name="TrustedKeys">Its keys as copied when the record was written; null where the server that keeps them does not show them.</param>
public sealed record AuthorizationServer(
    string Server,
    string Name,
    Uri AuthMetadataUrl,
    string Realm,
    string Issuer,
    ImmutableArray<SigningCertificate>? TrustedKeys)
{
    /// <summary>Null where it was not said.</summary>
    public AuthorizationServerType? Type { get; init; }

    /// <summary>Exchange only: whether clients without a token are sent there to sign in.</summary>
    public bool IsDefaultAuthorizationEndpoint { get; init; }

    /// <summary>Whether it signs people in, and issues nothing by which one server calls another.</summary>
    public bool IsForClients => IsOfClients(Type);

    public static bool IsOfClients(AuthorizationServerType? type) => type is AuthorizationServerType.AzureAD or AuthorizationServerType.ADFS;

    public bool Equals(AuthorizationServer? other) =>
        other is not null
        && (Server, Name, AuthMetadataUrl, Realm, Issuer) == (other.Server, other.Name, other.AuthMetadataUrl, other.Realm, other.Issuer)
        && (Type, IsDefaultAuthorizationEndpoint) == (other.Type, other.IsDefaultAuthorizationEndpoint)
        && TrustedKeys.SameAs(other.TrustedKeys);

    public override int GetHashCode() => HashCode.Combine(Server, Name, AuthMetadataUrl, Realm, Issuer);
}
