using System.Collections.Immutable;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Trust.Servers;

/// <summary>A server (or pool) as the provider's configuration names it.</summary>
/// <param name="Fqdn">Fully qualified domain name in lower case; the identity of the server everywhere in this package.</param>
/// <param name="Product">Which product answers under that name.</param>
/// <param name="Realm">The security realm, the part after <c>@</c> in a principal (domain.md 1.3). Compared case-sensitively.</param>
/// <param name="MetadataUrl">Where the product publishes its auth metadata document (domain.md 3.1).</param>
/// <param name="AcceptedDomains">The domains that act as realms; for Exchange a realm must be listed explicitly, a wildcard never counts
/// (domain.md 1.3, 8 row 9).</param>
public sealed record Server(
    string Fqdn,
    ServerProduct Product,
    string Realm,
    Uri MetadataUrl,
    ImmutableArray<string> AcceptedDomains)
{
    /// <summary>The fqdns of the machines behind the name: the Front Ends of a Lync pool, the Exchange servers of an organisation, the servers of
    /// a SharePoint farm. All sign with the same certificate (domain.md 2.1). Empty for one that stands alone.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>Further host names, in lower case, under which it is reached: of web services, of Autodiscover, of a load balancer, of other pools of
    /// the same deployment. It answers to each as to <see cref="Fqdn"/>, and takes tokens that are meant for it.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Every host name that the configuration gives it, its own first, each once.</summary>
    public ImmutableArray<string> Hosts =>
        [.. Members.Concat(Names).Prepend(Fqdn).Append(MetadataUrl.Host).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The application identifier of the product (domain.md 1.4), always lower case.</summary>
    public string ApplicationIdentifier => WellKnownApplications.IdentifierOf(Product);

    /// <summary>The principal under which the server issues tokens: <c>application@realm</c> (domain.md 1.5).</summary>
    public string Issuer => $"{ApplicationIdentifier}@{Realm}";

    /// <summary>The member of that name, however it is written; null for a name that is none.</summary>
    public string? MemberNamed(string? fqdn) => fqdn is null ? null : Members.FirstOrDefault(member => member == Fqdns.Normalize(fqdn));

    public bool Equals(Server? other) =>
        other is not null
        && (Fqdn, Product, Realm, MetadataUrl) == (other.Fqdn, other.Product, other.Realm, other.MetadataUrl)
        && AcceptedDomains.SameAs(other.AcceptedDomains)
        && Members.SameAs(other.Members)
        && Names.SameAs(other.Names);

    public override int GetHashCode() => HashCode.Combine(Fqdn, Product, Realm, MetadataUrl);
}
