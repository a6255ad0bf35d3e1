using System.Collections.Immutable;
using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.OAuthConfigurations;

/// <summary>What a program says of Lync's global OAuth settings.</summary>
internal sealed record OAuthConfigurationInputs(
    Input<string> Server,
    Input<string> Realm,
    Input<string> ExchangeAutodiscoverUrl,
    Input<ImmutableArray<string>?> ExchangeAutodiscoverAllowedDomains,
    Input<string> ClientAuthorizationServer)
{
    public const string RealmName = "realm";

    private const string UrlName = "exchangeAutodiscoverUrl";
    private const string DomainsName = "exchangeAutodiscoverAllowedDomains";
    private const string ClientsName = "clientAuthorizationOAuthServerIdentity";

    /// <summary>Every setting, as it is where there is none.</summary>
    public static PropertyMap Nothing { get; } = PropertyMap.Of(
        (UrlName, PropertyValue.Null), (DomainsName, PropertyValue.Null), (ClientsName, PropertyValue.Null));

    public Uri? Url => ExchangeAutodiscoverUrl.Value is { } text ? MetadataInputs.UrlOf(text) : null;

    public ImmutableArray<string> AllowedDomains => ExchangeAutodiscoverAllowedDomains.Value ?? [];

    public static OAuthConfigurationInputs Read(PropertyMap map)
    {
        var reader = new InputReader(map);
        return new OAuthConfigurationInputs(
            reader.Text("server"), reader.Text(RealmName), reader.Text(UrlName), reader.Texts(DomainsName), reader.Text(ClientsName));
    }

    public static PropertyMap WithRealm(PropertyMap inputs, string realm) => inputs.Set(RealmName, realm);

    /// <summary>The settings as a program would write them.</summary>
    public static PropertyMap Write(OAuthConfiguration settings) => PropertyMap.Of((RealmName, settings.Realm))
        .SetIf(UrlName, settings.ExchangeAutodiscoverUrl?.AbsoluteUri)
        .SetIf(DomainsName, settings.ExchangeAutodiscoverAllowedDomains is { IsDefaultOrEmpty: false } domains ? WireValues.Texts(domains) : null)
        .SetIf(ClientsName, settings.ClientAuthorizationServer);

    /// <summary>The same, of a server. A realm that nobody wrote is not written while it is the server's own.</summary>
    public static PropertyMap Write(OAuthConfiguration settings, Server server, bool writesRealm)
    {
        var written = Write(settings).Set("server", server.Fqdn);
        return writesRealm || settings.Realm != server.Realm ? written : written.Remove(RealmName);
    }

    /// <summary>How the settings are put back by hand.</summary>
    public static string DescribeRestoring(PropertyMap settings)
    {
        var (realm, url) = (settings.Text(RealmName), settings.Text(UrlName));
        var domains = settings.Texts(DomainsName) ?? [];
        var clients = settings.Text(ClientsName);
        return $"\"Set-CsOAuthConfiguration\" puts back what was there: the realm {realm}, "
            + $"{(url is null ? "no Autodiscover URL" : $"the Autodiscover URL {url}")}, "
            + $"{(domains.IsEmpty ? "no allowed domains" : $"the allowed domains {string.Join(", ", domains)}")}"
            + $"{(clients is null ? "" : $", and {clients} for the clients to sign in at")}.";
    }

    /// <summary>The settings of that server as they are written here.</summary>
    public OAuthConfiguration On(Server server) => OAuthConfigurationRules.Default(server) with
    {
        Realm = Realm.Value ?? server.Realm,
        ExchangeAutodiscoverUrl = Url,
        ExchangeAutodiscoverAllowedDomains = AllowedDomains,
        ClientAuthorizationServer = ClientAuthorizationServer.Value,
    };
}
