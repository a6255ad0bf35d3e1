namespace PartnerTrust.Trust.Faults;

/// <summary>What can go wrong between a consumer and the host that it asks, before a document is read (domain.md 3.4).</summary>
public static partial class FaultCatalogue
{
    /// <summary>A URL is not an absolute https URL.</summary>
    public static Fault UrlIsNotHttps(string url) => new(
        "PT3050", "", $"The URL '{url}' is not an absolute https URL.", "an https URL with a host name.",
        "Give the URL with its scheme and the public name of the server, without a user name in it.");

    /// <summary>The host of a URL cannot be found or reached.</summary>
    public static Fault HostUnreachable(Uri url, string reason) => new(
        "PT3051", "", $"The host '{url.Host}' cannot be reached: {reason}.", "a host that answers over https.",
        "Check the name, the DNS record and the firewall; a server of this stack must be listed in the provider's \"servers\".");

    /// <summary>The TLS certificate of a host is not trusted, or the handshake broke (domain.md 8 row 6).</summary>
    public static Fault TlsRefused(Uri url, string reason) => new(
        "PT3052", "", $"The TLS connection to '{url.Host}' was refused: {reason}.", "a certificate for that name from a trusted authority.",
        "Install a valid certificate for the name from an authority that this side trusts; in a laboratory, a partner application on Exchange may set trustAnySslCertificate.");

    /// <summary>A host took too long to answer.</summary>
    public static Fault AnswerTooSlow(Uri url, TimeSpan limit) => new(
        "PT3053", "", $"'{url}' did not answer within {Seconds(limit, "0.#")}.",
        "an answer within that time.", "Look at the load of the server and at devices in front of it, then try again.");

    /// <summary>An answer is larger than any that a product gives.</summary>
    public static Fault AnswerTooLarge(Uri url, int limit) => new(
        "PT3054", "", $"The answer of '{url}' is larger than {Count(limit, "byte")}.", "an answer within that limit.",
        "The URL probably leads to something other than the product's own endpoint; open it in a browser.");

    /// <summary>A host redirects to another host, to plain http, or without end (domain.md 8 row 5).</summary>
    public static Fault AnswerRedirects(Uri url, string location) => new(
        "PT3055", "", $"'{url}' redirects to '{location}'.", "an answer from the same host, over https.",
        "Use the internal name of the server, or publish the path without pre-authentication.");

    /// <summary>There is nothing at a URL (domain.md 8 row 4).</summary>
    public static Fault NothingAtUrl(Uri url) => new(
        "PT3056", "", $"'{url}' answers 404 (Not Found).",
        "a document, which is at /metadata/json/1 on Lync, /autodiscover/metadata/json/1 on Exchange, /_layouts/15/metadata/json/1 on SharePoint.",
        "Correct the path of the URL, or publish the document there first.");

    /// <summary>A URL that must answer anonymously asks for credentials (domain.md 8 row 5).</summary>
    public static Fault AnswerNeedsCredentials(Uri url, int status) => new(
        "PT3057", "", $"'{url}' answers {status} and asks for credentials.", "an answer without credentials.",
        "Remove the pre-authentication in front of the server, or allow anonymous access to the virtual directory again.");

    /// <summary>The server fails while it makes its document; Exchange does when its auth certificate is gone (domain.md 8 rows 1 and 3).</summary>
    public static Fault ServerFails(Uri url, int status, string excerpt) => new(
        "PT3058", "", $"'{url}' answers {status}{(excerpt.Length == 0 ? "" : $" ({excerpt})")}.", "the document, with status 200.",
        "Look for an expired or missing signing certificate on that server: bind a valid one, then publish and restart.");

    /// <summary>A host answers with a status that means nothing here.</summary>
    public static Fault UnexpectedStatus(Uri url, int status) => new(
        "PT3059", "", $"'{url}' answers {status}.", "status 200.", "Open the URL in a browser and look at what answers there.");

    /// <summary>A connection ended before the answer was complete.</summary>
    public static Fault AnswerBreaksOff(Uri url, string reason) => new(
        "PT3060", "", $"The answer of '{url}' broke off: {reason}.", "a complete answer.",
        "Try again; if it happens again, look at the server's log and at devices in front of it.");
}
