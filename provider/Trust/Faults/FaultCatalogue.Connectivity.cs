using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

/// <summary>What a connectivity check finds on its way, beside the refusals of the token itself (domain.md 6.1, 8).</summary>
public static partial class FaultCatalogue
{
    /// <summary>An item can be written to an Exchange server only.</summary>
    public static Fault TargetKeepsNoMailboxes(string target) => new(
        "PT6001", "target", $"{Quote(target)} has no mailboxes.", "an Exchange server, because an item is to be written.",
        "Name an Exchange server, leave the target out, or set method to probe.");

    /// <summary>Autodiscover does not answer where the OAuth configuration says it does (domain.md 8 row 14).</summary>
    public static Fault AutodiscoverFails(Uri url, int status) => new(
        "PT6002", "", $"Autodiscover at '{url}' answers {Number(status)} (ErrorEwsAutodiscover).",
        "the SOAP endpoint of Autodiscover, whose URL ends in autodiscover.svc, not in autodiscover.xml.",
        "Correct exchangeAutodiscoverUrl of the OAuth configuration.");

    /// <summary>A server asks for no Bearer token: OAuth is off there, or a device in front answered (domain.md 5.6, 8 row 12).</summary>
    public static Fault NoBearerChallenge(Uri url, int status) => new(
        "PT6003", "", $"'{url}' answers {Number(status)} without a Bearer challenge.", "401 with WWW-Authenticate: Bearer.",
        "Enable OAuthAuthentication on the virtual directory, and check whether a device in front of the server asks for its own sign-in.");

    /// <summary>A server refused the token, and only its diagnostics tell why (domain.md 5.7).</summary>
    public static Fault TokenRefusedByServer(Uri url, int status, string? diagnostics) => new(
        "PT6004", "",
        $"'{url}' refused the token with {Number(status)}{(diagnostics is null ? "" : $": {Quote(diagnostics)}")}.",
        "a token that the server accepts.",
        "Run explainTrust for the two servers; compare the keys that the receiver trusts with those the caller publishes.");

    /// <summary>Autodiscover does not know the user, or answers with another error (domain.md 6.1).</summary>
    public static Fault AutodiscoverRefuses(string user, string code, string message) => new(
        "PT6005", "sipUri", $"Autodiscover answers {code} for {Quote(user)}: {Quote(message)}.", "the settings of a user with a mailbox.",
        "Name a user who has a mailbox, or correct the user's addresses.");

    /// <summary>Autodiscover leads to another server than the one to be checked.</summary>
    public static Fault AutodiscoverFindsAnother(string target, Uri found) => new(
        "PT6006", "target", $"The mailbox is on '{found.Host}'.", $"a mailbox on the target, {Quote(target)}.",
        "Leave the target out, or name a user whose mailbox is on it.");

    /// <summary>Autodiscover redirects to a domain that is not allowed (domain.md 4.2, 8 rows 14 and 15).</summary>
    public static Fault AutodiscoverRedirectNotAllowed(string target, IReadOnlyCollection<string> allowed) => new(
        "PT6007", "", $"Autodiscover redirects to {Quote(target)}.",
        $"a host in exchangeAutodiscoverAllowedDomains ({(allowed.Count == 0 ? "empty" : string.Join(", ", allowed.Take(5).Select(Quote)))}).",
        "Add the domain if it is yours; otherwise correct the redirection.");

    /// <summary>Exchange refused what was asked of a mailbox.</summary>
    public static Fault MailboxRefuses(string operation, string code, string message) => new(
        "PT6008", "", $"{operation} answers {code}: {Quote(message)}.", "the response code NoError.",
        "Look up the response code; usual causes are a role that the linked account lacks, or a folder that does not exist.");

    /// <summary>The dumpster test needs an archive (domain.md 6.1).</summary>
    public static Fault ArchiveNotEnabled(string user) => new(
        "PT6009", "folder", $"{Quote(user)} is not enabled for Exchange archiving.", "a user with an archive, for the Dumpster folder.",
        "Enable the archive of the mailbox, or check another folder.");

    /// <summary>The clocks of the two servers differ by more than tokens allow (domain.md 5.4, 8 row 26).</summary>
    public static Fault ClocksDiffer(string server, TimeSpan offset) => new(
        "PT6010", "",
        $"The clock of {server} is {Seconds(offset.Duration(), "0")} {(offset < TimeSpan.Zero ? "behind" : "ahead of")} the caller's.",
        "a difference of at most 5 minutes.",
        "Repair time synchronisation on both servers.");

    /// <summary>The account that runs the check lacks the right to use the storage service (domain.md 6.1, 8 row 13).</summary>
    public static Fault CheckAccessDenied(string server) => new(
        "PT6011", "", $"Access to the storage service of {server} is denied.",
        "an account in the local group RTC Local User Administrators, directly or through RTCUniversalUserAdmins.",
        "Add the account that runs the check to the group, and sign in again.");

    /// <summary>Something other than the service answered, for example a sign-in page (domain.md 8 row 5).</summary>
    public static Fault AnswerIsNotSoap(Uri url, int status, string? contentType) => new(
        "PT6012", "",
        $"'{url}' answers {Number(status)} with {contentType ?? "no content type"}, which is not a SOAP message.",
        "a SOAP answer from the service.",
        "Use the internal name of the server, and remove form-based pre-authentication from the path.");

    /// <summary>The item that was written does not come back as it was.</summary>
    public static Fault ItemChanged(string found, string expected) => new(
        "PT6013", "", $"The item came back with the subject {Quote(found)}.", $"{Quote(expected)}, as it was written.",
        "Look for transport rules or agents that change items of the mailbox.");

    /// <summary>TLS ends in front of the server, which therefore expects tokens for http (domain.md 8 row 8).</summary>
    public static Fault TlsEndsInFront(string server) => new(
        "PT6014", "", $"{server} got the call over http: a device in front of it ends TLS.", "TLS that ends at the server itself.",
        "Do not offload TLS for EWS and Autodiscover, and align URLs and certificate names.");

    /// <summary>The authorization server gave no token.</summary>
    public static Fault AuthorizationServerRefuses(Uri url, int status, string error) => new(
        "PT6015", "", $"The authorization server at '{url}' answers {Number(status)} {Quote(error)}.", "a token for the called server.",
        "Register the caller as a partner application of the authorization server, with the key that it signs with.");

    /// <summary>The server answered a well-formed call with a status that means nothing here.</summary>
    public static Fault CallFails(Uri url, int status) => new(
        "PT6016", "", $"'{url}' answers {Number(status)}.", "status 200.", "Look at the log of the server.");

    /// <summary>A product's own test cmdlet fails, and the records do not tell why (domain.md 5.7, 6).</summary>
    public static Fault TestCmdletFails(string server, string cmdlet, string? diagnostics, string said) => new(
        "PT6018", "", $"{cmdlet} fails on {server}{(diagnostics is null ? "" : $", refused with {Quote(diagnostics)}")}: {Quote(said)}.",
        "a test that passes.",
        "Look at the server's event log (LS Storage Service, MSExchange OAuth), and run explainTrust for the two servers.");

    /// <summary>A product has no cmdlet that makes a check.</summary>
    public static Fault NoTestCmdlet(string server, ServerProduct product) => new(
        "PT6019", "method", $"{product} has no cmdlet by which {server} could make a storage check.", "\"probe\" for this server.",
        "Set the method to probe, or let another server make the check.");

    /// <summary>The emulated servers cannot listen on a port.</summary>
    public static Fault PortUnavailable(int port) => new(
        "PT6017", "", $"The emulated servers cannot listen on port {Number(port)} of this machine.", "a free port, or 0 for any.",
        "End the program that uses the port, or choose another port.");
}
