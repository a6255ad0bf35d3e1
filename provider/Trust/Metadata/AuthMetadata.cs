using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Metadata;

/// <summary>What a server says about itself at a time: its principal and every generation of its key that it publishes then.</summary>
public static class AuthMetadata
{
    /// <summary>Where an authorization server issues tokens, on its own host.</summary>
    public const string IssuancePath = "/tokens/oauth/2";

    /// <summary>The document that <paramref name="server"/> publishes; the OAuth configuration counts on Lync alone.</summary>
    public static AuthMetadataDocument Of(
        Server server, OAuthConfiguration? configuration, CertificateSlots slots, Uri url, DateTimeOffset time)
    {
        var keys = CertificateRules.Published(slots, server.Product, time);
        if (keys.IsEmpty)
        {
            throw new FaultException(FaultCatalogue.NothingToPublish(server.Fqdn, slots.NextEffectiveDate));
        }

        if (IsFederation(server, url))
        {
            return new AuthMetadataDocument("", "", EntityIdOf(server), EntityIdOf(server), [], keys, []);
        }

        var (serviceName, realm) = PrincipalOf(server, configuration);
        var issuer = $"{serviceName}@{realm}";
        var bare = server.Product == ServerProduct.SharePointServer;
        return new AuthMetadataDocument(
            serviceName, realm, issuer, NameOf(server.Product, serviceName), bare ? [] : [issuer], keys, bare ? [] : [EndpointOf(server, url)])
        {
            Id = server.Product is ServerProduct.ExchangeServer or ServerProduct.LyncServer ? Identity(issuer, keys) : "",
        };
    }

    /// <summary>Why the server can make no document at <paramref name="time"/>; null when it can. Products answer 500 when the certificate that
    /// signs is missing, has expired or lacks its private key (domain.md 2.5, 3.4).</summary>
    /// <param name="server">Who is asked for its document.</param>
    /// <param name="slots">What is bound to it.</param>
    /// <param name="host">The name under which it is asked. A member that is asked by its own name must have the certificate
    /// itself.</param>
    /// <param name="hasKey">Whether it has the private key of what signs at that time (<see cref="CertificateRules.Signing"/>).</param>
    /// <param name="copies">What lies on its members; not looked at where it has none.</param>
    /// <param name="time">When.</param>
    public static Fault? Obstacle(
        Server server, CertificateSlots slots, string host, bool hasKey, ImmutableArray<CertificateCopy> copies, DateTimeOffset time) =>
        CertificateRules.Published(slots, server.Product, time) is not [var signer, ..]
            ? FaultCatalogue.NothingToPublish(server.Fqdn, slots.NextEffectiveDate)
            : !hasKey ? FaultCatalogue.PrivateKeyMissing(signer.Thumbprint)
            : server.MemberNamed(host) is { } member ? PoolRules.Check(server, signer, copies, member).FirstOrDefault()
            : null;

    /// <summary>The application identifier and realm under which the server issues tokens: on Lync its OAuth configuration decides
    /// (domain.md 1.3, 4.2).</summary>
    public static (string ServiceName, string Realm) PrincipalOf(Server server, OAuthConfiguration? configuration) =>
        server.Product == ServerProduct.LyncServer && configuration is not null
            ? (configuration.ServiceName, configuration.Realm)
            : (server.ApplicationIdentifier, server.Realm);

    /// <summary>Whether the server publishes federation metadata there, of itself as one that signs clients in.</summary>
    public static bool IsFederation(Server server, Uri url) => server.Product == ServerProduct.TokenServer && MetadataUrls.IsFederation(url);

    /// <summary>The name under which a token server signs clients in: that of Active Directory Federation Services on its host.</summary>
    public static string EntityIdOf(Server server) => $"http://{server.Fqdn}/adfs/services/trust";

    private static string NameOf(ServerProduct product, string serviceName) => product switch
    {
        ServerProduct.ExchangeServer => "Exchange",
        ServerProduct.LyncServer => "Lync",
        ServerProduct.SharePointServer => serviceName,
        _ => "Token server",
    };

    private static MetadataEndpoint EndpointOf(Server server, Uri url) => server.Product == ServerProduct.TokenServer
        ? new MetadataEndpoint(new Uri(url, IssuancePath).AbsoluteUri, "OAuth2", "issuance")
        : new MetadataEndpoint(url.AbsoluteUri, "OAuth2", "metadata");

    /// <summary>Opaque to readers, another for every generation of keys.</summary>
    private static string Identity(string issuer, ImmutableArray<SigningCertificate> keys)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer} {string.Join(' ', keys.Select(k => k.Thumbprint.Hex))}"));
        return $"_{new Guid(digest.AsSpan(0, 16))}";
    }
}
