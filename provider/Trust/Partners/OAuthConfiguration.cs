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
    public bool Equals(OAuthConfiguration? other) =>
        other is not null
        && (Server, Realm, ServiceName, ExchangeAutodiscoverUrl)
            == (other.Server, other.Realm, other.ServiceName, other.ExchangeAutodiscoverUrl)
        && ExchangeAutodiscoverAllowedDomains.SameAs(other.ExchangeAutodiscoverAllowedDomains);

    public override int GetHashCode() => HashCode.Combine(Server, Realm, ServiceName, ExchangeAutodiscoverUrl);
}
