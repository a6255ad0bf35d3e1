using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The metadata URL is not an absolute https URL.</summary>
    /// <cause>The URL begins with <c>http://</c>, or without a scheme, as a host name that was copied alone. A URL of more than 2048 characters is
    /// refused in the same way.</cause>
    /// <remedy>Give the whole URL. The products have their documents at these paths:
    /// <list type="bullet"><item>Lync: <c>https://lync01.litwareinc.com/metadata/json/1</c></item>
    /// <item>Exchange: <c>https://autodiscover.litwareinc.com/autodiscover/metadata/json/1</c></item>
    /// <item>SharePoint: <c>https://portal.litwareinc.com/_layouts/15/metadata/json/1</c></item></list>
    /// <para>Better, pass the <c>url</c> of the partner's AuthMetadataEndpoint, which knows the path of its product.</para></remedy>
    public static Fault MetadataUrlNotHttps(string? url) => new(
        "PT3001", "authMetadataUrl",
        $"The metadata URL is {QuoteUrl(url)}.",
        "an absolute https URL with a host name.",
        "Write the https URL at which the product publishes its document.");

    /// <summary>The metadata URL contains user information or a fragment.</summary>
    /// <cause>Somebody wrote an account into the URL, as in <c>https://admin:password@host/</c>, or copied it from a browser with a part after
    /// <c>#</c>.</cause>
    /// <remedy>Take that part out. If a password stood in it, change the password: the program, and perhaps its history in version control, have
    /// shown it.</remedy>
    public static Fault MetadataUrlFormat(Uri url) => new(
        "PT3002", "authMetadataUrl",
        $"The metadata URL on host {Quote(url.Host)} contains user information or a fragment.",
        "only scheme, host and path: documents are read anonymously.",
        "Remove the part before '@' or after '#'.");

    /// <summary>The path is not the one at which the product publishes its document.</summary>
    /// <cause>The most frequent mistake is <c>/metadata/json/1</c> on Exchange, which has its document below <c>/autodiscover</c>; one example in the
    /// vendor's help of <c>New-CsPartnerApplication</c> has it so. Others are SharePoint's <c>jsonmetadata.ashx</c>, and <c>jason</c> for
    /// <c>json</c>. An emulated server goes on and publishes at that path; of a real one the document is not found there (PT3056).</cause>
    /// <seen>The URL answers 404 in a browser on that server, and the one with the expected path shows a line of JSON.</seen>
    /// <remedy>Leave <c>url</c> of the AuthMetadataEndpoint out: it then is the server's own. Where the document really is elsewhere, give the entry
    /// in <c>partnertrust:servers</c> its <c>metadataUrl</c>.</remedy>
    public static Fault MetadataPathUnusual(Uri url, ServerProduct product, string expectedPath) => new(
        "PT3003", "authMetadataUrl",
        $"The path is {Quote(url.AbsolutePath)}.",
        $"{expectedPath} on {product}.",
        "Correct the path; the server answers 404 at a wrong one.")
    {
        IsWarning = true,
    };

    /// <summary>The document is larger than 1 MiB.</summary>
    /// <cause>A download or the log of a device answers there. Most answers of that size are given up while they are still read, which is
    /// PT3054.</cause>
    /// <remedy>Open the URL in a browser and see what it is. Correct the URL if it leads elsewhere; if a device in front of the server answers, let
    /// the path through to the server.</remedy>
    public static Fault DocumentTooLarge(long length, long limit) => new(
        "PT3004", "authMetadataUrl",
        $"The document has {Count(length, "byte")}.",
        $"at most {Count(limit, "byte")}.",
        "Look at what answers at that URL: a metadata document has a few kilobytes.");

    /// <summary>The answer is an HTML page, usually a sign-in page.</summary>
    /// <cause>A reverse proxy or a load balancer puts its own sign-in in front of the server, an error page comes with the status 200, or the URL
    /// leads to a web site of the same name. Consumers fetch the document without credentials, and never get past a form.</cause>
    /// <seen>In a private browser window, the URL shows a page instead of JSON. <c>New-CsPartnerApplication</c> on Lync then says that the document
    /// could not be downloaded, or is no valid metadata document.</seen>
    /// <remedy><list type="number"><item>Open the URL under the name of the server itself, on that server. If JSON comes, something in front
    /// answers.</item>
    /// <item>Give the records that inner name as <c>authMetadataUrl</c>, or exempt the path of the document from sign-in on the device.</item>
    /// <item>If the page comes from the server itself, look at its virtual directory and at its certificate (PT3058).</item></list></remedy>
    /// <sign>The metadata document could not be downloaded from the URL in the MetadataUrl parameter</sign>
    public static Fault DocumentIsHtml(Uri url) => new(
        "PT3005", "authMetadataUrl",
        $"{url.Host} answered with an HTML page.",
        "the JSON document, readable without signing in.",
        "Use the server's internal name, or let the path through the reverse proxy anonymously.");

    /// <summary>The answer is XML, such as WS-Federation metadata.</summary>
    /// <cause>Active Directory Federation Services and Azure AD publish a document in XML, for WS-Federation, beside the one in JSON. Its URL was
    /// given to a PartnerApplication. Or another service answers in XML, as Autodiscover does at <c>autodiscover.xml</c>. Lync Server 2013 itself is
    /// reported to read JSON alone.</cause>
    /// <remedy>Give the URL of the JSON document. A server that signs clients in is no partner: declare it as an AuthorizationServer of type
    /// <c>ADFS</c> or <c>AzureAD</c>, whose URL ends in <c>federationmetadata.xml</c>.</remedy>
    public static Fault DocumentIsXml(Uri url) => new(
        "PT3006", "authMetadataUrl",
        $"{url.Host} answered with XML.",
        "the JSON auth metadata document.",
        "Use the URL of the JSON document. Federation metadata, which ends in federationmetadata.xml, is for an AuthorizationServer of type AzureAD or ADFS alone.");

    /// <summary>The answer is not JSON.</summary>
    /// <cause>The answer is a plain text such as an error of the web server or of a proxy, is cut short, or is not in UTF-8. The message says at
    /// which line and byte it stops being JSON.</cause>
    /// <remedy>Look at the URL in a browser on the machine where the stack is deployed. If the text is an error, its sender tells more in its own
    /// log; if the URL leads elsewhere, correct it.</remedy>
    public static Fault DocumentNotJson(string reason) => new(
        "PT3007", "authMetadataUrl",
        $"The answer is not JSON ({reason}).",
        "one JSON object.",
        "Open the URL in a browser and look at what answers there.");

    /// <summary>The document is nested deeper than 32 levels.</summary>
    /// <cause>Something else than a metadata document answers there: those of the products have five levels or fewer. It may also be an attempt to
    /// keep readers busy.</cause>
    /// <remedy>Correct the URL. If it is right, ask who operates the partner what answers there.</remedy>
    public static Fault DocumentTooDeep(int limit) => new(
        "PT3008", "authMetadataUrl",
        $"The document is nested deeper than {Count(limit, "level")}.",
        "the few levels that a metadata document has.",
        "Look at what answers at that URL.");

    /// <summary>The document is JSON, but not an object.</summary>
    /// <cause>A list, a text or a number answers: the URL leads to another web service, for example to one below <c>/autodiscover</c> with a similar
    /// path.</cause>
    /// <remedy>Correct the URL, and look at it in a browser: a metadata document begins with a brace and has a property <c>issuer</c>.</remedy>
    public static Fault DocumentNotObject(string kind) => new(
        "PT3009", "authMetadataUrl",
        $"The document is JSON, but of kind {kind}.",
        "a JSON object.",
        "Look at what answers at that URL.");

    /// <summary>A property occurs twice in the document, so that readers could disagree about it.</summary>
    /// <cause>The partner is a program of somebody's own, or a device rewrites answers. Names that differ in upper and lower case alone, as
    /// <c>issuer</c> and <c>Issuer</c>, are the same name here. Two readers could take different values for one thing, so the document is not
    /// used.</cause>
    /// <remedy>Have the partner's document mended so that each name stands in it once; the message names it. There is no setting to pass over
    /// it.</remedy>
    public static Fault DocumentPropertyTwice(string path) => new(
        "PT3010", "authMetadataUrl",
        $"The document's property {Quote(path)} occurs twice.",
        "each property once; upper and lower case do not distinguish names.",
        "Repair the publisher of the document.");

    /// <summary>A property of the document has the wrong type.</summary>
    /// <cause>A program that publishes its own document gives, say, a number as <c>realm</c>, or one key instead of a list of keys. The products
    /// themselves do not write such documents.</cause>
    /// <remedy>Have the document mended at the property that the message names. What each must be is shown by the document of any Exchange
    /// server.</remedy>
    public static Fault DocumentPropertyType(string path, string found, string expected) => new(
        "PT3011", "authMetadataUrl",
        $"The document's property {Quote(path)} is of kind {found}.",
        $"{expected}.",
        "Repair the publisher of the document.");

    /// <summary>The document names no issuer.</summary>
    /// <cause>The URL leads to another JSON document of that host, or to one of a program that leaves the issuer out. Hardly anything else is needed
    /// in the document; the issuer is, because it says who publishes, and in which realm.</cause>
    /// <remedy>Correct the URL. If the partner publishes by a program of its own, have it write <c>issuer</c> in the form
    /// <c>application@realm</c>.</remedy>
    public static Fault IssuerMissing() => new(
        "PT3012", "authMetadataUrl",
        "The document names no issuer.",
        "a property \"issuer\" such as \"00000004-0000-0ff1-ce00-000000000000@litwareinc.com\".",
        "Check that the URL is that of an auth metadata document.");

    /// <summary>The document's issuer does not have the form application@realm.</summary>
    /// <cause>The document gives a URL as issuer, as that of OpenID Connect does, or lacks what stands before or after the at sign.</cause>
    /// <remedy>If it is an authorization server for clients, register it by its federation metadata (PT3006). Otherwise have the publisher write
    /// <c>issuer</c> as the application's GUID, an at sign and the realm, without spaces.</remedy>
    public static Fault IssuerMalformed(string issuer) => new(
        "PT3013", "authMetadataUrl",
        $"The document's issuer is {Quote(issuer)}.",
        "an application identifier, '@' and a realm.",
        "Repair the publisher of the document.");

    /// <summary>The document has no key that can check signatures.</summary>
    /// <cause>The publisher's signing certificate was removed, or its document lists keys of another kind: for encryption, or bare numbers without a
    /// certificate. Keys without <c>usage</c> and <c>type</c> count as signing certificates.</cause>
    /// <seen>On the publishing server, one of these should show a certificate. An empty thumbprint, or no output, means that none is assigned:
    /// <code>Get-AuthConfig | Format-List CurrentCertificateThumbprint</code>
    /// <code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global</code></seen>
    /// <remedy>Declare a CertificateBinding for the publishing server, and let what reads its document depend on it. Where the partner is not in the
    /// stack, its owner must assign a certificate.</remedy>
    public static Fault NoUsableKey(int keys) => new(
        "PT3014", "authMetadataUrl",
        keys == 1 ? "The document's only key is not a signing certificate." : $"None of the document's {Number(keys)} keys is a signing certificate.",
        "at least one key of usage \"signing\" and type \"x509Certificate\".",
        "Bind a signing certificate on the publishing server.");

    /// <summary>The document discloses a private key.</summary>
    /// <cause>Somebody built the document by hand from a PFX file, or from a key in PEM or JSON form, instead of the certificate alone. Whoever could
    /// read the URL can sign tokens in the partner's name.</cause>
    /// <remedy><list type="number"><item>Take the document offline.</item>
    /// <item>On every server that trusts the partner, disable its record (<c>enabled: false</c>) or remove it.</item>
    /// <item>Bind a certificate with a new key on the publishing server, publish again, and let the records copy the new key.</item>
    /// <item>Forget the old one there, too: on Exchange with <c>Set-AuthConfig -ClearPreviousCertificate</c>, on Lync with
    /// <code>Remove-CsCertificate -Type OAuthTokenIssuer -Identity global -Previous</code></item></list></remedy>
    public static Fault PrivateKeyPublished(string path) => new(
        "PT3015", "authMetadataUrl",
        $"The document's {Quote(path)} holds a private key.",
        "only public certificates.",
        "Take the document offline, and replace the certificate: its key is disclosed.");

    /// <summary>A key's x5t is not the digest of its certificate.</summary>
    /// <cause>A program computes <c>x5t</c> from something else than the bytes of the certificate, writes the thumbprint in hexadecimal, or kept the
    /// <c>x5t</c> of the last certificate after a renewal. Or a device between rewrote the document.</cause>
    /// <remedy>Fetch the URL on the publishing server itself. If it is right there, look for what changes it on the way. Otherwise have the publisher
    /// write as <c>x5t</c> the base64url text, without padding, of the SHA-1 digest of the certificate; it may also leave <c>x5t</c> out.</remedy>
    public static Fault X5tMismatch(string path, string found, Thumbprint computed) => new(
        "PT3016", "authMetadataUrl",
        $"The document's {Quote(path)} is {Quote(found)}.",
        $"{Quote(computed.X5t)}, the digest of the certificate beside it, whose thumbprint is {computed}.",
        "Repair the publisher of the document; do not trust its keys until then.");

    /// <summary>A key's value is not a certificate.</summary>
    /// <cause>The document has PEM text with its lines, a key without a certificate, or a truncated value in the place of a certificate. In
    /// federation metadata it is an <c>X509Certificate</c> that cannot be read.</cause>
    /// <remedy>Have the publisher write the certificate in DER form as one base64 text, without headers. A whole set of keys is refused for one bad
    /// entry: half a set would break at the next roll.</remedy>
    public static Fault KeyNotCertificate(string path) => new(
        "PT3017", "authMetadataUrl",
        $"The document's {Quote(path)} is not a certificate.",
        "one X.509 certificate in DER form, as base64.",
        "Repair the publisher of the document.");

    /// <summary>A list of the document is longer than any publisher's.</summary>
    /// <cause>The products publish one to three keys and one endpoint. So many entries come from another kind of document, for example a list of all
    /// keys of a large service.</cause>
    /// <remedy>Correct the URL. For a token server with very many keys there is no way round the limit.</remedy>
    public static Fault DocumentListTooLong(string path, int entries, int limit) => new(
        "PT3018", "authMetadataUrl",
        $"The document's property {Quote(path)} has {Count(entries, "entry", "entries")}.",
        $"at most {Number(limit)}.",
        "Look at what answers at that URL.");

    /// <summary>The document's service name is not the application of its issuer.</summary>
    /// <cause>The service name of the publisher was changed, or its document was put together from two. On Lync and Exchange the identifier stands in
    /// both places, and every partner has it in its record.</cause>
    /// <seen>The products' own values are <c>00000004-0000-0ff1-ce00-000000000000</c> for Lync and <c>00000002-0000-0ff1-ce00-000000000000</c> for
    /// Exchange:
    /// <code>Get-CsOAuthConfiguration | Format-List ServiceName</code>
    /// <code>Get-AuthConfig | Format-List ServiceName</code></seen>
    /// <remedy>Set the product's own value again, on Lync or on Exchange:
    /// <code>Set-CsOAuthConfiguration -Identity global -ServiceName 00000004-0000-0ff1-ce00-000000000000</code>
    /// <code>Set-AuthConfig -ServiceName 00000002-0000-0ff1-ce00-000000000000</code></remedy>
    public static Fault ServiceNameMismatch(string serviceName, string issuer) => new(
        "PT3019", "authMetadataUrl",
        $"The document's serviceName is {Quote(serviceName)} and its issuer is {Quote(issuer)}.",
        "the same application identifier in both.",
        "Restore the publisher's service name; changing it breaks every partner.");

    /// <summary>The answer is empty.</summary>
    /// <cause>The application behind the virtual directory does not run, or a device in front answers in its place, with status 200 and nothing
    /// else.</cause>
    /// <remedy>Open the URL on the publishing server. If it is empty there, too, look at the server's event log and at its application pools; if not,
    /// at the device in front of it.</remedy>
    public static Fault DocumentEmpty(Uri url) => new(
        "PT3020", "authMetadataUrl",
        $"{url.Host} answered with an empty body.",
        "the JSON document.",
        "Check that the metadata endpoint works on the publishing server.");

    /// <summary>The server has no certificate to publish.</summary>
    /// <cause>The document is declared, and the server has nothing to sign with: no CertificateBinding was declared for it, the only one has an
    /// <c>effectiveDate</c> that is still to come, or the certificate has expired. Partners can neither register it nor copy its keys.</cause>
    /// <seen>A real Exchange server then answers 500 at its metadata URL. What is assigned is shown by
    /// <code>Get-AuthConfig | Format-List CurrentCertificateThumbprint, NextCertificateThumbprint, NextCertificateEffectiveDate</code>
    /// <code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global | Format-List Thumbprint, NotAfter, EffectiveDate</code></seen>
    /// <remedy>Declare a CertificateBinding of the server without <c>effectiveDate</c>, and let the AuthMetadataEndpoint depend on it. A later one
    /// may be staged once the first is current.
    /// <para>By hand, on one Front End of Lync:</para>
    /// <code>Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint "&lt;thumbprint&gt;"</code></remedy>
    public static Fault NothingToPublish(string server, DateTimeOffset? staged = null) => new(
        "PT3021", "server",
        staged is { } effective
            ? $"{server} has no unexpired signing certificate in use; the staged one takes effect only at {Utc(effective)}."
            : $"{server} has no unexpired signing certificate bound.",
        "a current signing certificate: without one there is no document.",
        "Bind a certificate to the server first, without an effectiveDate.");

    /// <summary>A text of the document is longer than any publisher writes.</summary>
    /// <cause>A property such as <c>name</c> or <c>issuer</c> holds a text that no publisher of this kind writes: the URL leads to something
    /// else.</cause>
    /// <remedy>Correct the URL, or ask the partner's operator why that property is so long.</remedy>
    public static Fault DocumentTextTooLong(string path, int length, int limit) => new(
        "PT3022", "authMetadataUrl",
        $"The document's property {Quote(path)} has {Count(length, "character")}.",
        $"at most {Number(limit)}.",
        "Look at what answers at that URL.");

    /// <summary>The products do not accept what a published key signs.</summary>
    /// <cause>The partner signs with an elliptic curve, or with an RSA key of 1024 bits from an old template. The receivers check RS256 with 2048
    /// bits or more, and none of its tokens would be accepted.</cause>
    /// <remedy>Have the publishing server sign with another certificate. In this package that is a CertificateBinding with <c>source.generate</c>,
    /// whose <c>keySize</c> is 2048 without being asked, or an RSA certificate of your own. Then run the update again.</remedy>
    public static Fault PublishedKeyUnsuitable(string path, string algorithm, int keySize) => new(
        "PT3023", "authMetadataUrl",
        $"The document's {Quote(path)} has the algorithm {Quote(algorithm)} and {Count(keySize, "bit")}.",
        "RSA with at least 2048 bits.",
        "Bind a certificate with a larger RSA key on the publishing server.");

    /// <summary>The document is of another product than expected.</summary>
    /// <cause>The record is of one product and its URL leads to another server: a name in DNS was moved, or two URLs were mixed up. Or somebody
    /// changed the service name on the partner. The record keeps the old identifier, and the partner's tokens carry the other.</cause>
    /// <seen><c>serviceName</c> stands in the document at the URL; the records have it as <c>ApplicationIdentifier</c>:
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, AuthMetadataUrl</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, ApplicationIdentifier</code></seen>
    /// <remedy>Give the record the <c>authMetadataUrl</c> of the partner that is meant; the next update writes it anew. If the URL is right, restore
    /// the partner's service name (PT4025 for Lync, PT3019 for both).</remedy>
    public static Fault ServiceNameUnexpected(string found, ServerProduct product, string expected) => new(
        "PT3024", "authMetadataUrl",
        $"The document's serviceName is {Quote(found)}.",
        $"\"{expected}\", the service name of {product}.",
        "Point the URL at the right server, or restore its service name.");

    /// <summary>The document's realm is not the one expected.</summary>
    /// <cause>The realm of the partner was changed after it was registered, on Lync for example with another default SIP domain, or with <c>realm</c>
    /// of an OAuthConfiguration. Tokens and document carry the new realm; the record keeps the one that it was made with, and realms are compared
    /// letter by letter.</cause>
    /// <seen>Compare what the partner has with what the record has:
    /// <code>Get-CsOAuthConfiguration | Format-List Realm</code>
    /// <code>Get-PartnerApplication | Format-List Name, Realm</code></seen>
    /// <remedy>Decide for one realm. If the new one was a mistake, set it back: <c>realm</c> of the OAuthConfiguration, or of the server in
    /// <c>partnertrust:servers</c>. If it is right, declare it in <c>partnertrust:servers</c>, list it in <c>acceptedDomains</c> of Exchange, and run
    /// the update, which replaces the record.</remedy>
    public static Fault DocumentRealmUnexpected(string found, string expected) => new(
        "PT3025", "authMetadataUrl",
        $"The document's realm is {Quote(found)}.",
        $"{Quote(expected)}; upper and lower case matter in realms.",
        "Set the same realm on both sides, then register the partner again.");

    /// <summary>Federation metadata cannot be read.</summary>
    /// <cause>The document behind a <c>type</c> of <c>ADFS</c> or <c>AzureAD</c> is cut short, is for several organizations at once
    /// (<c>EntitiesDescriptor</c>), or describes no security token service with a signing certificate.</cause>
    /// <remedy>Take the URL of Active Directory Federation Services as it comes,
    /// <c>https://adfs.litwareinc.com/FederationMetadata/2007-06/FederationMetadata.xml</c>, and open it on the machine where the stack is deployed.
    /// If it is whole there, look at what lies between.</remedy>
    public static Fault FederationMetadataUnreadable(string reason) => new(
        "PT3032", "authMetadataUrl",
        $"The federation metadata cannot be read: {reason}.",
        "an EntityDescriptor with the signing certificates of a security token service, in XML.",
        "Open the URL in a browser and look at what answers there.");

    /// <summary>Every key of the partner's document has expired.</summary>
    /// <cause>Nobody renewed the partner's certificate. Its document still shows it, and a record with that key would accept none of its
    /// tokens.</cause>
    /// <seen>On the partner, <c>NotAfter</c> is past:
    /// <code>Get-ExchangeCertificate -Thumbprint (Get-AuthConfig).CurrentCertificateThumbprint | Format-List Thumbprint, NotAfter</code>
    /// <code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global | Format-List Thumbprint, NotAfter</code></seen>
    /// <remedy>Bind a new certificate on the partner (CertificateBinding, or by hand), and let the record depend on it. Then run the update again. If
    /// the message is about the wrong time, mend the clock of the machine where the stack is deployed.</remedy>
    public static Fault PublishedKeysExpired(string issuer, DateTimeOffset expiry, DateTimeOffset now) => new(
        "PT3028", "authMetadataUrl",
        $"Every key that {Quote(issuer)} publishes has expired, the last one at {Utc(expiry)}; it is now {Utc(now)}.",
        "a key that is still valid.",
        "Renew the partner's signing certificate first.");
}
