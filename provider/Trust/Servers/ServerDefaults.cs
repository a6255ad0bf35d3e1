using System.Collections.Immutable;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Trust.Servers;

/// <summary>A server from as little as its name and product (domain.md 1.3, 3.1).</summary>
public static class ServerDefaults
{
    public static Server Of(
        string fqdn, ServerProduct product, string? realm = null, Uri? metadataUrl = null, ImmutableArray<string> acceptedDomains = default)
    {
        var name = Fqdns.Normalize(fqdn);
        var container = realm ?? Fqdns.DefaultRealm(name);
        return new Server(
            name, product, container, metadataUrl ?? MetadataUrls.Default(name, product), acceptedDomains.IsDefault ? [container] : acceptedDomains);
    }
}
