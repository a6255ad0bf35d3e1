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

    /// <summary>The metadata URL carries user information or a fragment.</summary>
    public static Fault MetadataUrlForm(Uri url) => new(
        "PT3002", "authMetadataUrl",
        $"The metadata URL on host {Quote(url.Host)} carries user information or a fragment.",
        "scheme, host and path alone; documents are read anonymously.",
        "Remove what stands before '@' or after '#'.");

    /// <summary>The path is not the one at which the product publishes its document.</summary>
    public static Fault MetadataPathUnusual(Uri url, ServerProduct product, string expectedPath) => new(
        "PT3003", "authMetadataUrl",
        $"The path is {Quote(url.AbsolutePath)}.",
        $"{expectedPath} on {product}.",
        "Correct the path; a wrong one answers 404.")
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
        "Use the URL of the JSON document; federation metadata in XML is another thing.");

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

    /// <summary>The document is JSON but no object.</summary>
    public static Fault DocumentNotObject(string kind) => new(
        "PT3009", "authMetadataUrl",
        $"The document is JSON of kind {kind}.",
        "a JSON object.",
        "Look at what answers at that URL.");

    /// <summary>A property occurs twice in the document, so that readers could disagree about it.</summary>
    public static Fault DocumentPropertyTwice(string path) => new(
        "PT3010", "authMetadataUrl",
        $"The document's property {Quote(path)} occurs twice.",
        "each property once; names are compared without case.",
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

    /// <summary>The document's issuer is not of the form application@realm.</summary>
    public static Fault IssuerMalformed(string issuer) => new(
        "PT3013", "authMetadataUrl",
        $"The document's issuer is {Quote(issuer)}.",
        "an application identifier, '@' and a realm.",
        "Repair the publisher of the document.");

    /// <summary>The document has no key that can check signatures.</summary>
    public static Fault NoUsableKey(int keys) => new(
        "PT3014", "authMetadataUrl",
        keys == 1 ? "The document's only key is no signing certificate." : $"None of the document's {Number(keys)} keys is a signing certificate.",
        "at least one key of usage \"signing\" and type \"x509Certificate\".",
        "Bind a signing certificate on the publishing server.");

    /// <summary>The document discloses a private key.</summary>
    public static Fault PrivateKeyPublished(string path) => new(
        "PT3015", "authMetadataUrl",
        $"The document's {Quote(path)} holds a private key.",
        "public certificates alone.",
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
        "base64 of one X.509 certificate in DER form.",
        "Repair the publisher of the document.");

    /// <summary>The document lists more keys than any publisher has.</summary>
    public static Fault TooManyKeys(int keys, int limit) => new(
        "PT3018", "authMetadataUrl",
        $"The document lists {Count(keys, "key")}.",
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
            ? $"{server} has no unexpired signing certificate in use; the one that is staged is not used before {Utc(effective)}."
            : $"{server} has no unexpired signing certificate bound.",
        "a current signing certificate, without which there is no document.",
        "Bind a certificate to the server first, without an effective date.");

    /// <summary>A text of the document is longer than any publisher writes.</summary>
    public static Fault DocumentTextTooLong(string path, int length, int limit) => new(
        "PT3022", "authMetadataUrl",
        $"The document's property {Quote(path)} has {Count(length, "character")}.",
        $"at most {Number(limit)}.",
        "Look at what answers at that URL.");

    /// <summary>A published key can sign nothing that a product accepts.</summary>
    public static Fault PublishedKeyUnsuitable(string path, string algorithm, int keySize) => new(
        "PT3023", "authMetadataUrl",
        $"The document's {Quote(path)} has a key of {Quote(algorithm)} with {Count(keySize, "bit")}.",
        "RSA with at least 2048 bits.",
        "Bind a certificate with a larger RSA key on the publishing server.");

    /// <summary>The document is of another product than expected.</summary>
    public static Fault ServiceNameUnexpected(string found, ServerProduct product, string expected) => new(
        "PT3024", "authMetadataUrl",
        $"The document's serviceName is {Quote(found)}.",
        $"\"{expected}\", that of {product}.",
        "Point the URL at the right server, or restore its service name.");

    /// <summary>The document's realm is not the one expected.</summary>
    public static Fault DocumentRealmUnexpected(string found, string expected) => new(
        "PT3025", "authMetadataUrl",
        $"The document's realm is {Quote(found)}.",
        $"{Quote(expected)}; realms are compared with case.",
        "Set the same realm on both sides, then register the partner again.");

    /// <summary>The partner publishes a key that this server does not trust.</summary>
    public static Fault PublishedKeyNotTrusted(string server, string name, IReadOnlyCollection<SigningCertificate> keys) => new(
        "PT3026", "trustedKeys",
        $"The partner of {Quote(name)} on {server} now publishes the key {Keys(keys)}, of which the record has no copy.",
        "a copy of every key that the partner publishes.",
        "Run an update: the record copies the partner's keys again.")
    {
        IsWarning = true,
    };

    /// <summary>The record trusts a key that the partner no longer publishes.</summary>
    public static Fault TrustedKeyNotPublished(string server, string name, IReadOnlyCollection<SigningCertificate> keys) => new(
        "PT3027", "trustedKeys",
        $"{Quote(name)} on {server} trusts the key {Keys(keys)}, which the partner no longer publishes.",
        "the keys that the partner publishes, and no others.",
        "Run an update once every token signed with the old key has expired.")
    {
        IsWarning = true,
    };

    /// <summary>Every key of the partner's document has expired.</summary>
    public static Fault PublishedKeysExpired(string issuer, DateTimeOffset now) => new(
        "PT3028", "authMetadataUrl",
        $"Every key that {Quote(issuer)} publishes has expired at {Utc(now)}.",
        "a key that is still valid.",
        "Renew the partner's signing certificate first.");
}
