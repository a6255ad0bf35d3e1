using System.Collections.Immutable;
using System.Globalization;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Tokens;

/// <summary>Under which host names, on which ports and for which realms a server answers.</summary>
public static class ReceiverNames
{
    private const int HttpsPort = 443;

    /// <summary>Those that the configuration gives it, and the hosts of the URLs at which it publishes its document, in lower case.</summary>
    public static ImmutableArray<string> HostsOf(Server server, TrustState state)
    {
        var hosts = server.Hosts;
        var published = state.PublishedMetadata.GetValueOrDefault(server.Fqdn, []);
        return published.IsEmpty
            ? hosts
            : [.. hosts.Concat(published.Select(url => url.Host)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether it is reached at a host, with a port or without one. An audience names the port where that is not the one of https, as the
    /// authority of a URL does (domain.md 1.5).</summary>
    public static bool Answers(Server server, TrustState state, string authority)
    {
        var colon = authority.LastIndexOf(':');
        var (host, port) = colon < 0 ? (authority, "") : (authority[..colon], authority[(colon + 1)..]);
        return HostsOf(server, state).Contains(host, StringComparer.OrdinalIgnoreCase)
            && (colon < 0 || (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && Listens(server, state.PublishedMetadata.GetValueOrDefault(server.Fqdn, []), number)));
    }

    /// <summary>Whether it answers on a port: that of https, and those of the URLs at which it publishes or is configured to.</summary>
    public static bool Listens(Server server, IEnumerable<Uri> published, int port) =>
        port == HttpsPort || port == server.MetadataUrl.Port || published.Any(url => url.Port == port);

    /// <summary>The principal under which the server issues tokens and is called: Lync's is a global setting (domain.md 1.3, 4.2).</summary>
    public static PrincipalName PrincipalOf(Server server, TrustState state)
    {
        var (application, realm) = AuthMetadata.PrincipalOf(server, state.OAuthConfigurations.GetValueOrDefault(server.Fqdn));
        return new PrincipalName(application, realm);
    }

    /// <summary>The realms whose tokens the server takes. Exchange finds the organisation by its accepted domains, and only one that is
    /// listed explicitly counts (domain.md 1.3, 8 row 9); where none are listed, its realm is the one domain it has.</summary>
    public static ImmutableArray<string> RealmsOf(Server server, TrustState state)
    {
        var listed = server.AcceptedDomains.IsDefault ? [] : server.AcceptedDomains;
        var explicitly = listed.Where(domain => !domain.StartsWith('*'));
        return server.Product == ServerProduct.ExchangeServer && !listed.IsEmpty
            ? [.. explicitly]
            : [.. explicitly.Prepend(PrincipalOf(server, state).Realm).Distinct(StringComparer.Ordinal)];
    }
}
