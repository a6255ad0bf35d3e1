namespace PartnerTrust.Trust.Faults;

/// <summary>What can go wrong between a consumer and the host that it asks, before a document is read (domain.md 3.4).</summary>
public static partial class FaultCatalogue
{
    /// <summary>A URL is not an absolute https URL.</summary>
    /// <cause>On its way a check was given an address that is not https, or that carries a user name: mostly the EWS URL with which Autodiscover
    /// answers, because a virtual directory of Exchange was set to <c>http</c> behind a device that ends TLS. Tokens are sent over https
    /// alone.</cause>
    /// <seen>One of the URLs begins with <c>http://</c>:
    /// <code>Get-WebServicesVirtualDirectory | Format-List Identity, InternalUrl, ExternalUrl</code></seen>
    /// <remedy>Set the URL of the virtual directory to https, under a name that the server's TLS certificate has. If the URL is from the program,
    /// correct it there.</remedy>
    public static Fault UrlIsNotHttps(string url) => new(
        "PT3050", "", $"The URL '{url}' is not an absolute https URL.", "an https URL with a host name.",
        "Give the URL with its scheme and the public name of the server, without a user name in it.");

    /// <summary>The host of a URL cannot be found or reached.</summary>
    /// <cause><c>HostNotFound</c>: the name is misspelled, or has no record in the DNS that the deploying machine uses. <c>ConnectionRefused</c>:
    /// nothing listens on that port. <c>TimedOut</c>: a firewall drops the connection. On the embedded engine a server that is not in
    /// <c>partnertrust:servers</c> is looked for in the real network, where a name of a test stack is not to be found.</cause>
    /// <seen>From the calling server:
    /// <code>Test-NetConnection -ComputerName autodiscover.litwareinc.com -Port 443</code></seen>
    /// <remedy><list type="number"><item>If the name is one of the stack's, list it in <c>partnertrust:servers</c>, as <c>fqdn</c> or among the
    /// <c>names</c> of its server.</item>
    /// <item>Otherwise correct the name, or add the record in DNS.</item>
    /// <item>Open TCP 443 between the machine where the stack is deployed and the host, and between the servers themselves.</item></list></remedy>
    public static Fault HostUnreachable(Uri url, string reason) => new(
        "PT3051", "", $"The host '{url.Host}' cannot be reached: {reason}.", "a host that answers over https.",
        "Check the name, the DNS record and the firewall; a server of this stack must be listed in the provider's \"servers\".");

    /// <summary>The TLS certificate of a host is not trusted, or the handshake broke (domain.md 8 row 6).</summary>
    /// <cause>The certificate of the web site has expired, is for another name, or comes from an authority that this side does not trust, as the
    /// self-signed one that setup made. It is not the certificate that signs tokens. The message says which of these it is.</cause>
    /// <seen>A browser on the fetching server warns at the same URL.</seen>
    /// <remedy><list type="number"><item>Bind a certificate for that name to the web site, from an authority that both servers trust.</item>
    /// <item>Where it comes from your own authority, import its root certificate on every server that fetches documents, and on the machine where the
    /// stack is deployed.</item>
    /// <item>If the certificate has other names than the URL, use one of these in the URL.</item></list>
    /// <para>In a laboratory a PartnerApplication on Exchange may set <c>trustAnySslCertificate</c>. Lync has no such switch.</para></remedy>
    public static Fault TlsRefused(Uri url, string reason) => new(
        "PT3052", "", $"The TLS connection to '{url.Host}' was refused: {reason}.", "a certificate for that name from a trusted authority.",
        "Install a valid certificate for the name from an authority that this side trusts; in a laboratory, a partner application on Exchange may set trustAnySslCertificate.");

    /// <summary>A host took too long to answer.</summary>
    /// <cause>The server is starting, is overloaded, or waits for a domain controller. Or a device in front holds the connection open. An exchange on
    /// the embedded engine may take 4.9 seconds, one with real servers 30.</cause>
    /// <remedy>Open the URL in a browser and see how long it takes. The first call after a restart of IIS is the slowest: run the update
    /// again.</remedy>
    public static Fault AnswerTooSlow(Uri url, TimeSpan limit) => new(
        "PT3053", "", $"'{url}' did not answer within {Seconds(limit, "0.#")}.",
        "an answer within that time.", "Look at the load of the server and at devices in front of it, then try again.");

    /// <summary>An answer is larger than any that a product gives.</summary>
    /// <cause>A download or a page with pictures answers, or an error page that never ends. What the products send in this place has a few kilobytes;
    /// reading stops at 1 MiB.</cause>
    /// <remedy>Look at the URL in a browser, and correct it. If it is right, see which device in front of the server answers.</remedy>
    public static Fault AnswerTooLarge(Uri url, int limit) => new(
        "PT3054", "", $"The answer of '{url}' is larger than {Count(limit, "byte")}.", "an answer within that limit.",
        "The URL probably leads to something other than the product's own endpoint; open it in a browser.");

    /// <summary>A host redirects to another host, to plain http, or without end (domain.md 8 row 5).</summary>
    /// <cause>A device in front sends callers to its sign-in page, or from one name to another, such as from <c>autodiscover.litwareinc.com</c> to
    /// <c>mail.litwareinc.com</c>. Redirects to the same host and port are followed, three times at most.</cause>
    /// <seen>The browser's address line shows another address than was typed. On Lync, <c>New-CsPartnerApplication</c> says that the document could
    /// not be downloaded.</seen>
    /// <remedy>Give the address to which it leads as the URL, if the document is there. If a sign-in page is there, use the server's internal name,
    /// or exempt the path on the device.</remedy>
    /// <sign>The metadata document could not be downloaded from the URL in the MetadataUrl parameter</sign>
    public static Fault AnswerRedirects(Uri url, string location) => new(
        "PT3055", "", $"'{url}' redirects to '{location}'.", "an answer from the same host, over https.",
        "Use the internal name of the server, or publish the path without pre-authentication.");

    /// <summary>There is nothing at a URL (domain.md 8 row 4).</summary>
    /// <cause>The path is that of another product, or misspelled. On the embedded engine it may also be that no AuthMetadataEndpoint of the server is
    /// deployed yet, or that the record was made before it.</cause>
    /// <seen>The URL answers 404 in a browser. On Lync, <c>New-CsPartnerApplication</c> says that the document could not be downloaded.</seen>
    /// <remedy>Pass the <c>url</c> of the partner's AuthMetadataEndpoint as <c>authMetadataUrl</c>: that gives the right path, and the right order.
    /// For a server outside of the stack, take its product's path from this message.</remedy>
    /// <sign>The metadata document could not be downloaded from the URL in the MetadataUrl parameter</sign>
    public static Fault NothingAtUrl(Uri url) => new(
        "PT3056", "", $"'{url}' answers 404 (Not Found).",
        "a document, which is at /metadata/json/1 on Lync, /autodiscover/metadata/json/1 on Exchange, /_layouts/15/metadata/json/1 on SharePoint.",
        "Correct the path of the URL, or publish the document there first.");

    /// <summary>A URL that must answer anonymously asks for credentials (domain.md 8 row 5).</summary>
    /// <cause>A reverse proxy authenticates before it lets anybody through, or anonymous access was switched off on the virtual directory, for
    /// example when the server was hardened. Documents are fetched without credentials.</cause>
    /// <seen>A private browser window asks for a password at the URL, or is forbidden to see it (403). On Lync, <c>New-CsPartnerApplication</c> says
    /// that the document could not be downloaded.</seen>
    /// <remedy>Exempt the path of the document from authentication on the device, or use a name of the server that leads around it. Where the server
    /// itself asks, switch anonymous authentication on again in IIS for the virtual directory of the document.</remedy>
    /// <sign>The metadata document could not be downloaded from the URL in the MetadataUrl parameter</sign>
    public static Fault AnswerNeedsCredentials(Uri url, int status) => new(
        "PT3057", "", $"'{url}' answers {status} and asks for credentials.", "an answer without credentials.",
        "Remove the pre-authentication in front of the server, or allow anonymous access to the virtual directory again.");

    /// <summary>The server fails while it makes its document; Exchange does when its auth certificate is gone (domain.md 8 rows 1 and 3).</summary>
    /// <cause>Exchange answers 500 when its configuration names a signing certificate that is not on the server, or has expired: it was deleted,
    /// never came from the other site, or the server was restored without its keys. Where a thumbprint stands in brackets, the server's own page
    /// named it.</cause>
    /// <seen>On that Exchange server, this fails, or shows a <c>NotAfter</c> that is past:
    /// <code>Get-ExchangeCertificate -Thumbprint (Get-AuthConfig).CurrentCertificateThumbprint | Format-List Thumbprint, NotAfter</code>
    /// <para>Events 1003 of MSExchange Front End HTTPS Proxy and 2004 of MSExchange OAuth tell the same. On Lync, <c>New-CsPartnerApplication</c>
    /// says that the document could not be downloaded.</para></seen>
    /// <remedy>With this package, declare a CertificateBinding with a new certificate and without <c>effectiveDate</c>, and run the update. By hand,
    /// once the certificate is on the server:
    /// <code>
    /// Set-AuthConfig -NewCertificateThumbprint "&lt;thumbprint&gt;" -NewCertificateEffectiveDate (Get-Date)
    /// Set-AuthConfig -PublishCertificate
    /// Set-AuthConfig -ClearPreviousCertificate
    /// </code>
    /// <para>Then restart the service MSExchangeServiceHost, and run <c>iisreset</c>. It may take an hour until all servers have it. Afterwards every
    /// partner must copy the new key. If the certificate is in order, the event log of the server tells more.</para></remedy>
    /// <sign>The metadata document could not be downloaded from the URL in the MetadataUrl parameter</sign>
    public static Fault ServerFails(Uri url, int status, string excerpt) => new(
        "PT3058", "", $"'{url}' answers {status}{(excerpt.Length == 0 ? "" : $" ({excerpt})")}.", "the document, with status 200.",
        "Look for an expired or missing signing certificate on that server: bind a valid one, then publish and restart.");

    /// <summary>A host answers with a status that means nothing here.</summary>
    /// <cause>A device or another program answers with a status that no product gives here, such as 400, 410 or 429.</cause>
    /// <remedy>Open the URL in a browser on the machine where the stack is deployed, and look at what the answer says of itself. Mostly it names the
    /// device that sent it.</remedy>
    public static Fault UnexpectedStatus(Uri url, int status) => new(
        "PT3059", "", $"'{url}' answers {status}.", "status 200.", "Open the URL in a browser and look at what answers there.");

    /// <summary>A connection ended before the answer was complete.</summary>
    /// <cause>The server, or something between, closed the connection in the middle: a restart of IIS, a device that inspects TLS, or one that limits
    /// the length of answers.</cause>
    /// <remedy>Run the update again. If it breaks off each time, fetch the URL on the server itself: what is whole there is cut on the way.</remedy>
    public static Fault AnswerBreaksOff(Uri url, string reason) => new(
        "PT3060", "", $"The answer of '{url}' broke off: {reason}.", "a complete answer.",
        "Try again; if it happens again, look at the server's log and at devices in front of it.");
}
