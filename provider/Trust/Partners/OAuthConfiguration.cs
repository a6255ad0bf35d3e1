using System.Collections.Immutable;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Trust.Partners;

/// <summary>Lync's global OAuth settings, one object a deployment (domain.md 4.2).</summary>
/// <param name="Server">Fqdn of the Lync server or pool.</param>
/// <param name="Realm">The realm stamped into Lync's document and tokens.</param>
/// <param name="ServiceName">Lync's own application identifier.</param>
/// <param name="ExchangeAutodiscoverUrl">Must end in <c>autodiscover.svc</c>; null when not set.</param>
/// <param name="ExchangeAutodiscoverAllowedDomains">Domains to which autodiscover may redirect; wildcards allowed.</param>
public sealed record OAuthConfiguration(
    string Server,
    string Realm,
    string ServiceName,
    Uri? ExchangeAutodiscoverUrl,
    ImmutableArray<string> ExchangeAutodiscoverAllowedDomains)
{
    /// <summary>The name of the authorization server at which clients sign in (domain.md 4.2); null for none.</summary>
    public string? ClientAuthorizationServer { get; init; }

    public bool Equals(OAuthConfiguration? other) =>
        other is not null
        && (Server, Realm, ServiceName, ExchangeAutodiscoverUrl, ClientAuthorizationServer)
            == (other.Server, other.Realm, other.ServiceName, other.ExchangeAutodiscoverUrl, other.ClientAuthorizationServer)
        && ExchangeAutodiscoverAllowedDomains.SameAs(other.ExchangeAutodiscoverAllowedDomains);

    public override int GetHashCode() => HashCode.Combine(Server, Realm, ServiceName, ExchangeAutodiscoverUrl);
}
