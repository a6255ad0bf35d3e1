using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Registration;

/// <summary>Lync's global OAuth settings (domain.md 4.2): one object that always exists.</summary>
public static class OAuthConfigurationRules
{
    /// <summary>What a server that nobody configured has.</summary>
    public static OAuthConfiguration Default(Server server) =>
        new(server.Fqdn, server.Realm, server.ApplicationIdentifier, null, []);

    /// <summary>The settings as wanted; what is null or absent takes the product's default.</summary>
    public static OAuthConfiguration Write(
        Server server,
        string? realm,
        Uri? exchangeAutodiscoverUrl,
        ImmutableArray<string> exchangeAutodiscoverAllowedDomains,
        string? clientAuthorizationServer = null)
    {
        var settings = Default(server) with
        {
            Realm = realm ?? server.Realm,
            ExchangeAutodiscoverUrl = exchangeAutodiscoverUrl,
            ExchangeAutodiscoverAllowedDomains = exchangeAutodiscoverAllowedDomains.IsDefault ? [] : exchangeAutodiscoverAllowedDomains,
            ClientAuthorizationServer = clientAuthorizationServer,
        };
        var faults = Check(server, settings);
        return faults.IsEmpty ? settings : throw new FaultException(faults);
    }

    public static ImmutableArray<Fault> Check(Server server, OAuthConfiguration settings)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (!ProductFeatures.OAuthConfiguration.Contains(server.Product))
        {
            faults.Add(FaultCatalogue.OAuthConfigurationUnsupported(server.Fqdn, server.Product));
        }

        if (!Principals.IsRealm(settings.Realm))
        {
            faults.Add(FaultCatalogue.RealmFormat("realm", settings.Realm));
        }

        if (settings.ExchangeAutodiscoverUrl is { } url && !IsAutodiscover(url))
        {
            faults.Add(FaultCatalogue.AutodiscoverUrlFormat(url.OriginalString));
        }

        faults.AddRange(settings.ExchangeAutodiscoverAllowedDomains
            .Where(domain => !Fqdns.IsDomainPattern(domain))
            .Select(FaultCatalogue.AllowedDomainFormat));
        return faults.ToImmutable();
    }

    /// <summary>What is risky about the settings: clients are to sign in at a server that Lync does not know, or that signs nobody in (domain.md
    /// 4.2, 8 row 15).</summary>
    /// <param name="settings">Lync's.</param>
    /// <param name="known">The authorization servers that it trusts.</param>
    public static Fault? Remark(OAuthConfiguration settings, IEnumerable<AuthorizationServer> known)
    {
        if (settings.ClientAuthorizationServer is not { } name)
        {
            return null;
        }

        var named = known.FirstOrDefault(
            record => record.Server == settings.Server && record.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return named is null ? FaultCatalogue.ClientAuthorizationServerMissing(settings.Server, name)
            : named.IsForClients ? null
            : FaultCatalogue.ClientAuthorizationServerOfServers(settings.Server, name);
    }

    /// <summary>The storage service speaks SOAP to the <c>.svc</c> address; the <c>.xml</c> one is for mail clients.</summary>
    public static bool IsAutodiscover(Uri url) =>
        url.IsAbsoluteUri && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0
        && url.AbsolutePath.EndsWith("/autodiscover.svc", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether autodiscover may send the caller on to that host.</summary>
    public static bool AllowsRedirect(OAuthConfiguration settings, string host) =>
        settings.ExchangeAutodiscoverUrl?.Host.Equals(host, StringComparison.OrdinalIgnoreCase) == true
        || settings.ExchangeAutodiscoverAllowedDomains.Any(domain => Allows(domain, host));

    private static bool Allows(string domain, string host) => domain.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(domain[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
