using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The autodiscover URL cannot be used by the storage service.</summary>
    /// <cause>The URL was copied from Exchange's own <c>AutoDiscoverServiceInternalUri</c>, which ends in <c>autodiscover.xml</c>, is of plain http,
    /// or is only the host name. With it Lync cannot find any mailbox: archiving and the unified contact store stop.</cause>
    /// <seen>Lync writes events of LS Storage Service with <c>code=ErrorEwsAutodiscover</c> and 404 inside. Its setting is shown by
    /// <code>Get-CsOAuthConfiguration | Format-List ExchangeAutodiscoverUrl</code></seen>
    /// <remedy>Set <c>exchangeAutodiscoverUrl</c> to <c>https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc</c>, with your own host. If
    /// the URL was changed on the server, <c>pulumi up --refresh</c> puts the program's back; without a stack:
    /// <code>
    /// $url = "https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc"
    /// Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverUrl $url
    /// </code></remedy>
    /// <sign>ErrorEwsAutodiscover</sign>
    public static Fault AutodiscoverUrlFormat(string? url) => new(
        "PT4015", "exchangeAutodiscoverUrl",
        $"The autodiscover URL is {QuoteUrl(url)}.",
        "an https URL that ends in \"/autodiscover/autodiscover.svc\".",
        "Use https, and .svc where mail clients use .xml.");

    /// <summary>An allowed domain is neither a domain nor a wildcard for one.</summary>
    /// <cause>Several domains stand in one entry, separated by semicolons as Lync's cmdlet takes them, or the entry is a URL, or has its asterisk in
    /// another place than at the front.</cause>
    /// <remedy>Make a list with one domain in each entry. The plugin joins them for Lync:
    /// <code>ExchangeAutodiscoverAllowedDomains = { "contoso.com", "*.fabrikam.com" },</code></remedy>
    public static Fault AllowedDomainFormat(string domain) => new(
        "PT4016", "exchangeAutodiscoverAllowedDomains",
        $"The allowed domain is {Quote(domain)}.",
        "a domain such as \"contoso.com\" or \"*.contoso.com\".",
        "Correct it; list each domain as an entry of its own.");

    /// <summary>Only Lync has OAuth configuration.</summary>
    /// <cause>The OAuthConfiguration names an Exchange or SharePoint server. Exchange keeps the like in its AuthConfig, which this package does not
    /// write but for certificates.</cause>
    /// <remedy>Give <c>server</c> the Lync server or pool, or remove the resource.</remedy>
    public static Fault OAuthConfigurationUnsupported(string server, ServerProduct product) => new(
        "PT4017", "server",
        $"{server} is a server of product {product}.",
        "a Lync server: no other product has these settings.",
        "Name the Lync server or pool.");

    /// <summary>Lync does not know where Exchange's autodiscover is.</summary>
    /// <cause>Lync has a record of Exchange, and nobody set the URL by which it finds mailboxes; it is empty by default. Lync then writes nothing to
    /// Exchange: no archive, no unified contact store.</cause>
    /// <seen>The setting is empty:
    /// <code>Get-CsOAuthConfiguration | Format-List ExchangeAutodiscoverUrl</code></seen>
    /// <remedy>Declare an OAuthConfiguration of the Lync server with <c>exchangeAutodiscoverUrl</c>, or a TwoWayTrust, which has one. By hand:
    /// <code>
    /// $url = "https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc"
    /// Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverUrl $url
    /// </code></remedy>
    public static Fault AutodiscoverUrlMissing(string server) => new(
        "PT4024", "exchangeAutodiscoverUrl",
        $"{server} has no Exchange autodiscover URL.",
        "the https URL that ends in \"autodiscover.svc\".",
        "Declare an OAuthConfiguration with exchangeAutodiscoverUrl.")
    {
        IsWarning = true,
    };

    /// <summary>Lync's own application identifier was changed.</summary>
    /// <cause>A script or somebody wrote another <c>ServiceName</c>. Lync then issues tokens in the name of an application that no partner has
    /// registered, and partners send it tokens that it no longer takes for its own.</cause>
    /// <seen>It differs from <c>00000004-0000-0ff1-ce00-000000000000</c>:
    /// <code>Get-CsOAuthConfiguration | Format-List ServiceName</code></seen>
    /// <remedy>Set it back, on one Front End:
    /// <code>Set-CsOAuthConfiguration -Identity global -ServiceName 00000004-0000-0ff1-ce00-000000000000</code>
    /// <para>If partners were registered or refreshed in the meantime, see that their records have the old identifier again (PT3024).</para></remedy>
    public static Fault ServiceNameChanged(string server, string found, string expected) => new(
        "PT4025", "serviceName",
        $"The service name of {server} is {Quote(found)}.",
        $"\"{expected}\".",
        "Restore it: changing the service name breaks every partner.")
    {
        IsWarning = true,
    };

    /// <summary>A document was read before the settings that decide its realm were written.</summary>
    /// <cause>Pulumi wrote Lync's OAuthConfiguration after something had read Lync's document: nothing in the program says that it comes first. The
    /// plugin waits three seconds for settings that the program declares; here they took longer. What was read has the old realm.</cause>
    /// <remedy>Let the AuthMetadataEndpoint of the Lync server depend on the OAuthConfiguration (<c>dependsOn</c>), and the records on the endpoint,
    /// by using its <c>url</c>. The order of a deletion comes right by that, too. To put the records right now, run the update again.</remedy>
    public static Fault DocumentReadTooEarly(string server, string realm, IReadOnlyCollection<string> readers, string settings) => new(
        "PT4032", "realm",
        $"{string.Join(" and ", readers.Take(4).Select(Quote))} read the document of {server} before {Quote(settings)} gave it the realm {Quote(realm)}.",
        "settings that are written before the document is read.",
        $"Let what reads the document depend on {Quote(settings)} (dependsOn). The next update reads it again in any case.")
    {
        IsWarning = true,
    };

    /// <summary>Lync's clients are to sign in at an authorization server that Lync does not know.</summary>
    /// <cause>The AuthorizationServer has another name than the setting, was removed, or is declared without being waited for. Clients that use
    /// modern authentication cannot sign in.</cause>
    /// <seen>The first must be the name of one in the second:
    /// <code>Get-CsOAuthConfiguration | Format-List ClientAuthorizationOAuthServerIdentity</code>
    /// <code>Get-CsOAuthServer | Format-List Name, Type</code></seen>
    /// <remedy>Declare the AuthorizationServer on the Lync server, and pass its <c>name</c> output as <c>clientAuthorizationOAuthServerIdentity</c>:
    /// that gives the order. If modern authentication is not used, leave the property out.</remedy>
    public static Fault ClientAuthorizationServerMissing(string server, string name) => new(
        "PT4034", "clientAuthorizationOAuthServerIdentity",
        $"{server} has no authorization server {Quote(name)}, at which its clients are to sign in.",
        "the name of an AuthorizationServer on the same server.",
        "Declare it, and let the OAuth configuration depend on it; or correct the name.")
    {
        IsWarning = true,
    };

    /// <summary>Lync's clients are to sign in at an authorization server that issues for servers alone.</summary>
    /// <cause>The setting names the authorization server of a hybrid with Exchange, or a token server that vouches for servers. It has been reported
    /// together with Autodiscover failing for Lync.</cause>
    /// <seen>Lync may write events 32053 and 32054 of LS Storage Service. <c>Type</c> of the named server should be <c>AzureAD</c> or <c>ADFS</c>:
    /// <code>Get-CsOAuthConfiguration | Format-List ClientAuthorizationOAuthServerIdentity</code>
    /// <code>Get-CsOAuthServer | Format-List Name, Type</code></seen>
    /// <remedy>Name an AuthorizationServer with <c>type</c> <c>AzureAD</c> or <c>ADFS</c>, or leave the property out: the next update clears the
    /// setting. Whether the real cmdlet clears it by <c>$null</c> is unconfirmed; look at it afterwards.</remedy>
    /// <sign>event 32053 LS Storage Service</sign>
    /// <sign>event 32054 LS Storage Service</sign>
    public static Fault ClientAuthorizationServerOfServers(string server, string name) => new(
        "PT4035", "clientAuthorizationOAuthServerIdentity",
        $"{Quote(name)} on {server}, at which its clients are to sign in, is of neither type AzureAD nor ADFS.",
        "an authorization server that signs clients in: another one leads clients, and Autodiscover after them, astray.",
        "Name the authorization server of the modern authentication, or leave the property out.")
    {
        IsWarning = true,
    };
}
