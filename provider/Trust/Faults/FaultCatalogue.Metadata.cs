using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The metadata URL is not an absolute https URL.</summary>
    public static Fault MetadataUrlNotHttps(string? url) => new(
        "PT3001", "authMetadataUrl",
        $"The metadata URL is {QuoteUrl(url)}.",
        "an absolute https URL with a host name.",
        "Write the https URL at which the product publishes its document.");

    /// <summary>The metadata URL contains user information or a fragment.</summary>
    public static Fault MetadataUrlFormat(Uri url) => new(
        "PT3002", "authMetadataUrl",
        $"The metadata URL on host {Quote(url.Host)} contains user information or a fragment.",
        "only scheme, host and path: documents are read anonymously.",
        "Remove the part before '@' or after '#'.");

    /// <summary>The path is not the one at which the product publishes its document.</summary>
    public static Fault MetadataPathUnusual(Uri url, ServerProduct product, string expectedPath) => new(
        "PT3003", "authMetadataUrl",
        $"The path is {Quote(url.AbsolutePath)}.",
        $"{expectedPath} on {product}.",
        "Correct the path; the server answers 404 at a wrong one.")
    {
        IsWarning = true,
    };

    /// <summary>The document is larger than 1 MiB.</summary>
    public static Fault DocumentTooLarge(long length, long limit) => new(
        "PT3004", "authMetadataUrl",
        $"The document has {Count(length, "byte")}.",
        $"at most {Count(limit, "byte")}.",
        "Look at what answers at that URL: a metadata document has a few kilobytes.");

    /// <summary>The answer is an HTML page, usually a sign-in page.</summary>
    public static Fault DocumentIsHtml(Uri url) => new(
        "PT3005", "authMetadataUrl",
        $"{url.Host} answered with an HTML page.",
        "the JSON document, readable without signing in.",
        "Use the server's internal name, or let the path through the reverse proxy anonymously.");

    /// <summary>The answer is XML, such as WS-Federation metadata.</summary>
    public static Fault DocumentIsXml(Uri url) => new(
        "PT3006", "authMetadataUrl",
        $"{url.Host} answered with XML.",
        "the JSON auth metadata document.",
        "Use the URL of the JSON document. Federation metadata, which ends in federationmetadata.xml, is for an AuthorizationServer of type AzureAD or ADFS alone.");

    /// <summary>The answer is not JSON.</summary>
    public static Fault DocumentNotJson(string reason) => new(
        "PT3007", "authMetadataUrl",
        $"The answer is not JSON ({reason}).",
        "one JSON object.",
        "Open the URL in a browser and look at what answers there.");

    /// <summary>The document is nested deeper than 32 levels.</summary>
    public static Fault DocumentTooDeep(int limit) => new(
        "PT3008", "authMetadataUrl",
        $"The document is nested deeper than {Count(limit, "level")}.",
        "the few levels that a metadata document has.",
        "Look at what answers at that URL.");

    /// <summary>The document is JSON, but not an object.</summary>
    public static Fault DocumentNotObject(string kind) => new(
        "PT3009", "authMetadataUrl",
        $"The document is JSON, but of kind {kind}.",
        "a JSON object.",
        "Look at what answers at that URL.");

    /// <summary>A property occurs twice in the document, so that readers could disagree about it.</summary>
    public static Fault DocumentPropertyTwice(string path) => new(
        "PT3010", "authMetadataUrl",
        $"The document's property {Quote(path)} occurs twice.",
        "each property once; upper and lower case do not distinguish names.",
        "Repair the publisher of the document.");

    /// <summary>A property of the document has the wrong type.</summary>
    public static Fault DocumentPropertyType(string path, string found, string expected) => new(
        "PT3011", "authMetadataUrl",
        $"The document's property {Quote(path)} is of kind {found}.",
        $"{expected}.",
        "Repair the publisher of the document.");

    /// <summary>The document names no issuer.</summary>
    public static Fault IssuerMissing() => new(
        "PT3012", "authMetadataUrl",
        "The document names no issuer.",
        "a property \"issuer\" such as \"00000004-0000-0ff1-ce00-000000000000@litwareinc.com\".",
        "Check that the URL is that of an auth metadata document.");

    /// <summary>The document's issuer does not have the form application@realm.</summary>
    public static Fault IssuerMalformed(string issuer) => new(
        "PT3013", "authMetadataUrl",
        $"The document's issuer is {Quote(issuer)}.",
        "an application identifier, '@' and a realm.",
        "Repair the publisher of the document.");

    /// <summary>The document has no key that can check signatures.</summary>
    public static Fault NoUsableKey(int keys) => new(
        "PT3014", "authMetadataUrl",
        keys == 1 ? "The document's only key is not a signing certificate." : $"None of the document's {Number(keys)} keys is a signing certificate.",
        "at least one key of usage \"signing\" and type \"x509Certificate\".",
        "Bind a signing certificate on the publishing server.");

    /// <summary>The document discloses a private key.</summary>
    public static Fault PrivateKeyPublished(string path) => new(
        "PT3015", "authMetadataUrl",
        $"The document's {Quote(path)} holds a private key.",
        "only public certificates.",
        "Take the document offline, and replace the certificate: its key is disclosed.");

    /// <summary>A key's x5t is not the digest of its certificate.</summary>
    public static Fault X5tMismatch(string path, string found, Thumbprint computed) => new(
        "PT3016", "authMetadataUrl",
        $"The document's {Quote(path)} is {Quote(found)}.",
        $"{Quote(computed.X5t)}, the digest of the certificate beside it, whose thumbprint is {computed}.",
        "Repair the publisher of the document; do not trust its keys until then.");

    /// <summary>A key's value is not a certificate.</summary>
    public static Fault KeyNotCertificate(string path) => new(
        "PT3017", "authMetadataUrl",
        $"The document's {Quote(path)} is not a certificate.",
        "one X.509 certificate in DER form, as base64.",
        "Repair the publisher of the document.");

    /// <summary>A list of the document is longer than any publisher's.</summary>
    public static Fault DocumentListTooLong(string path, int entries, int limit) => new(
        "PT3018", "authMetadataUrl",
        $"The document's property {Quote(path)} has {Count(entries, "entry", "entries")}.",
        $"at most {Number(limit)}.",
        "Look at what answers at that URL.");

    /// <summary>The document's service name is not the application of its issuer.</summary>
    public static Fault ServiceNameMismatch(string serviceName, string issuer) => new(
        "PT3019", "authMetadataUrl",
        $"The document's serviceName is {Quote(serviceName)} and its issuer is {Quote(issuer)}.",
        "the same application identifier in both.",
        "Restore the publisher's service name; changing it breaks every partner.");

    /// <summary>The answer is empty.</summary>
    public static Fault DocumentEmpty(Uri url) => new(
        "PT3020", "authMetadataUrl",
        $"{url.Host} answered with an empty body.",
        "the JSON document.",
        "Check that the metadata endpoint works on the publishing server.");

    /// <summary>The server has no certificate to publish.</summary>
    public static Fault NothingToPublish(string server, DateTimeOffset? staged = null) => new(
        "PT3021", "server",
        staged is { } effective
            ? $"{server} has no unexpired signing certificate in use; the staged one takes effect only at {Utc(effective)}."
            : $"{server} has no unexpired signing certificate bound.",
        "a current signing certificate: without one there is no document.",
        "Bind a certificate to the server first, without an effectiveDate.");

    /// <summary>A text of the document is longer than any publisher writes.</summary>
    public static Fault DocumentTextTooLong(string path, int length, int limit) => new(
        "PT3022", "authMetadataUrl",
        $"The document's property {Quote(path)} has {Count(length, "character")}.",
        $"at most {Number(limit)}.",
        "Look at what answers at that URL.");

    /// <summary>The products do not accept what a published key signs.</summary>
    public static Fault PublishedKeyUnsuitable(string path, string algorithm, int keySize) => new(
        "PT3023", "authMetadataUrl",
        $"The document's {Quote(path)} has the algorithm {Quote(algorithm)} and {Count(keySize, "bit")}.",
        "RSA with at least 2048 bits.",
        "Bind a certificate with a larger RSA key on the publishing server.");

    /// <summary>The document is of another product than expected.</summary>
    public static Fault ServiceNameUnexpected(string found, ServerProduct product, string expected) => new(
        "PT3024", "authMetadataUrl",
        $"The document's serviceName is {Quote(found)}.",
        $"\"{expected}\", the service name of {product}.",
        "Point the URL at the right server, or restore its service name.");

    /// <summary>The document's realm is not the one expected.</summary>
    public static Fault DocumentRealmUnexpected(string found, string expected) => new(
        "PT3025", "authMetadataUrl",
        $"The document's realm is {Quote(found)}.",
        $"{Quote(expected)}; upper and lower case matter in realms.",
        "Set the same realm on both sides, then register the partner again.");

    /// <summary>The partner publishes a key that this server does not trust.</summary>
    public static Fault PublishedKeyNotTrusted(string server, string name, IReadOnlyCollection<SigningCertificate> keys) => new(
        "PT3026", "trustedKeys",
        $"The partner of {Quote(name)} on {server} now publishes {TheKeys(keys)}, which the record does not hold.",
        "a copy of every key that the partner publishes.",
        "Run \"pulumi up --refresh\": the record copies the partner's keys again.")
    {
        IsWarning = true,
    };

    /// <summary>The record trusts a key that the partner no longer publishes.</summary>
    public static Fault TrustedKeyNotPublished(string server, string name, IReadOnlyCollection<SigningCertificate> keys) => new(
        "PT3027", "trustedKeys",
        $"{Quote(name)} on {server} trusts {TheKeys(keys)}, which the partner no longer publishes.",
        "only the keys that the partner publishes.",
        "Run \"pulumi up --refresh\" once every token signed with the old key has expired.")
    {
        IsWarning = true,
    };

    /// <summary>The partner publishes other keys than those that a record was written with which its keeper does not show.</summary>
    public static Fault PublishedAnew(string server, string name, IReadOnlyCollection<SigningCertificate> keys) => new(
        "PT3031", "trustedKeys",
        $"The partner of {Quote(name)} on {server} now publishes {TheKeys(keys)}, other than when the stack last wrote the record, or imported it. Which keys the record holds, {server} does not show.",
        "a copy of every key that the partner publishes, and of no other.",
        "Run \"pulumi up --refresh\": the record copies the partner's keys again.")
    {
        IsWarning = true,
    };

    /// <summary>Federation metadata cannot be read.</summary>
    public static Fault FederationMetadataUnreadable(string reason) => new(
        "PT3032", "authMetadataUrl",
        $"The federation metadata cannot be read: {reason}.",
        "an EntityDescriptor with the signing certificates of a security token service, in XML.",
        "Open the URL in a browser and look at what answers there.");

    /// <summary>Every key of the partner's document has expired.</summary>
    public static Fault PublishedKeysExpired(string issuer, DateTimeOffset expiry, DateTimeOffset now) => new(
        "PT3028", "authMetadataUrl",
        $"Every key that {Quote(issuer)} publishes has expired, the last one at {Utc(expiry)}; it is now {Utc(now)}.",
        "a key that is still valid.",
        "Renew the partner's signing certificate first.");
}
