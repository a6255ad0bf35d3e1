using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

/// <summary>What a connectivity check finds on its way, beside the refusals of the token itself (domain.md 6.1, 8).</summary>
public static partial class FaultCatalogue
{
    /// <summary>An item can be written to an Exchange server only.</summary>
    /// <cause>The check writes an item into a mailbox, which is the method <c>storage</c>, and its <c>target</c> is a server of another
    /// product.</cause>
    /// <remedy>Name an Exchange server as <c>target</c>, or leave it out, so that Autodiscover finds the one with the mailbox. To check a call to
    /// another product, set <c>method</c> to <c>probe</c>, which writes nothing.</remedy>
    public static Fault TargetKeepsNoMailboxes(string target) => new(
        "PT6001", "target", $"{Quote(target)} has no mailboxes.", "an Exchange server, because an item is to be written.",
        "Name an Exchange server, leave the target out, or set method to probe.");

    /// <summary>Autodiscover does not answer where the OAuth configuration says it does (domain.md 8 row 14).</summary>
    /// <cause>The URL in Lync's settings ends in <c>autodiscover.xml</c>, as the one in Exchange's own settings does, or names a host on which
    /// Autodiscover is not. An alias that leads to another web server does the same.</cause>
    /// <seen>Lync writes events 32053 and 32054 of LS Storage Service, with <c>code=ErrorEwsAutodiscover</c> or
    /// <c>code=ErrorIncorrectExchangeServerVersion</c> and the 401 or 404 inside. The URL, and from Skype for Business Server 2015 on the failures of
    /// a user, are shown by
    /// <code>Get-CsOAuthConfiguration | Format-List ExchangeAutodiscoverUrl</code>
    /// <code>Debug-CsStorageServiceFailures -SipUri "sip:kenmyer@litwareinc.com"</code></seen>
    /// <remedy>Set <c>exchangeAutodiscoverUrl</c> of the OAuthConfiguration to the SOAP endpoint:
    /// <c>https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc</c>. By hand:
    /// <code>
    /// $url = "https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc"
    /// Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverUrl $url
    /// </code></remedy>
    /// <sign>ErrorEwsAutodiscover</sign>
    /// <sign>event 32054 LS Storage Service</sign>
    /// <sign>event 32053 LS Storage Service</sign>
    /// <sign>ErrorIncorrectExchangeServerVersion</sign>
    public static Fault AutodiscoverFails(Uri url, int status) => new(
        "PT6002", "", $"Autodiscover at '{url}' answers {Number(status)} (ErrorEwsAutodiscover).",
        "the SOAP endpoint of Autodiscover, whose URL ends in autodiscover.svc, not in autodiscover.xml.",
        "Correct exchangeAutodiscoverUrl of the OAuth configuration.");

    /// <summary>A server asks for no Bearer token: OAuth is off there, or a device in front answered (domain.md 5.6, 8 row 12).</summary>
    /// <cause>OAuth is switched off on the virtual directory of Exchange, for example when the server was hardened. Or a reverse proxy asks for its
    /// own sign-in before the call reaches the server.</cause>
    /// <seen><c>OAuthAuthentication</c> is False for one of them:
    /// <code>Get-WebServicesVirtualDirectory | Format-List Identity, OAuthAuthentication</code>
    /// <code>Get-AutodiscoverVirtualDirectory | Format-List Identity, OAuthAuthentication</code>
    /// <para><c>Test-CsExStorageConnectivity</c> fails with 401. If both are True, ask the server by its own name: a challenge there means that the
    /// device in front answered.</para></seen>
    /// <remedy>Switch <c>OAuthAuthentication</c> on for EWS and Autodiscover on every Exchange server, and run <c>iisreset</c> on it. Where a device
    /// in front answers, let calls between servers pass it without sign-in, or give the servers an internal name that leads around it.</remedy>
    public static Fault NoBearerChallenge(Uri url, int status) => new(
        "PT6003", "", $"'{url}' answers {Number(status)} without a Bearer challenge.", "401 with WWW-Authenticate: Bearer.",
        "Enable OAuthAuthentication on the virtual directory, and check whether a device in front of the server asks for its own sign-in.");

    /// <summary>A server refused the token, and only its diagnostics tell why (domain.md 5.7).</summary>
    /// <cause>The server answered 401 to a token and kept the reason to itself, or told it only in <c>x-ms-diagnostics</c>. Mostly it holds an old
    /// key of the caller, does not know its realm, or holds its configuration of before a change.</cause>
    /// <seen>The code and the category in the header tell the reason; each is a sign of a number of its own:
    /// <code>pulumi-resource-partnertrust explain 2000003</code></seen>
    /// <remedy><list type="number">
    /// <item>Call the function <c>explainTrust</c> with both servers and the user: it tells which of the server's rules the call would fail, as far
    /// as the records show.</item>
    /// <item>Compare the keys: what the caller publishes is in <c>keys</c> of its AuthMetadataEndpoint, what the receiver trusts in
    /// <c>trustedKeys</c> of its PartnerApplication. This makes them the same:
    /// <code>pulumi up --refresh</code></item>
    /// <item>If both agree, the server may go on with what it read before: run <c>iisreset</c> on it, which interrupts its clients.</item>
    /// </list></remedy>
    public static Fault TokenRefusedByServer(Uri url, int status, string? diagnostics) => new(
        "PT6004", "",
        $"'{url}' refused the token with {Number(status)}{(diagnostics is null ? "" : $": {Quote(diagnostics)}")}.",
        "a token that the server accepts.",
        "Run explainTrust for the two servers; compare the keys that the receiver trusts with those the caller publishes.");

    /// <summary>Autodiscover does not know the user, or answers with another error (domain.md 6.1).</summary>
    /// <cause>The user has no mailbox in that organization, or has it under another address than the one that was asked for. Or what answers under
    /// that URL is Exchange, but not Autodiscover.</cause>
    /// <seen>Other users work. On Lync the failures of one user are shown, from Skype for Business Server 2015 on, by
    /// <code>Debug-CsStorageServiceFailures -SipUri "sip:kenmyer@litwareinc.com"</code></seen>
    /// <remedy>Name a user who has a mailbox as <c>sipUri</c>, or give the user the same SIP and SMTP addresses on both sides, and correct
    /// <c>partnertrust:mailboxes</c> likewise.</remedy>
    public static Fault AutodiscoverRefuses(string user, string code, string message) => new(
        "PT6005", "sipUri", $"Autodiscover answers {code} for {Quote(user)}: {Quote(message)}.", "the settings of a user with a mailbox.",
        "Name a user who has a mailbox, or correct the user's addresses.");

    /// <summary>Autodiscover leads to another server than the one to be checked.</summary>
    /// <cause>The mailbox was moved to another server of the organization, or the check names a server that only passes calls on. Autodiscover leads
    /// callers to where the mailbox is.</cause>
    /// <remedy>Leave <c>target</c> out, so that the check goes where Autodiscover leads, or name a user whose mailbox is on that server. If it is the
    /// same server under another name, list the name in <c>names</c> of its entry in <c>partnertrust:servers</c>.</remedy>
    public static Fault AutodiscoverFindsAnother(string target, Uri found) => new(
        "PT6006", "target", $"The mailbox is on '{found.Host}'.", $"a mailbox on the target, {Quote(target)}.",
        "Leave the target out, or name a user whose mailbox is on it.");

    /// <summary>Autodiscover redirects to a domain that is not allowed (domain.md 4.2, 8 rows 14 and 15).</summary>
    /// <cause>The mailbox was moved to another organization or to Microsoft 365, and Autodiscover sends its clients there; or a name in DNS leads to
    /// the wrong Autodiscover. Lync follows only to domains that its settings allow. Also refused are targets that are not https, and more than three
    /// redirections in a row.</cause>
    /// <seen>Lync writes events 32053 and 32054 of LS Storage Service, typically after mailboxes were moved. (They were also reported where
    /// <c>clientAuthorizationOAuthServerIdentity</c> named Exchange.) What it may follow is shown by
    /// <code>Get-CsOAuthConfiguration | Format-List ExchangeAutodiscoverUrl, ExchangeAutodiscoverAllowedDomains</code></seen>
    /// <remedy>If the domain is yours, add it to <c>exchangeAutodiscoverAllowedDomains</c> of the OAuthConfiguration; wildcards such as
    /// <c>*.litwareinc.com</c> are allowed. Otherwise correct what answers under <c>exchangeAutodiscoverUrl</c>.
    /// <para>For mailboxes in Microsoft 365 Lync needs a trust through its token server as well.</para></remedy>
    /// <sign>event 32054 LS Storage Service</sign>
    /// <sign>event 32053 LS Storage Service</sign>
    public static Fault AutodiscoverRedirectNotAllowed(string target, IReadOnlyCollection<string> allowed) => new(
        "PT6007", "", $"Autodiscover redirects to {Quote(target)}.",
        $"a host in exchangeAutodiscoverAllowedDomains ({(allowed.Count == 0 ? "empty" : string.Join(", ", allowed.Take(5).Select(Quote)))}).",
        "Add the domain if it is yours; otherwise correct the redirection.");

    /// <summary>Exchange refused what was asked of a mailbox.</summary>
    /// <cause>The token was accepted, and what was asked for is refused: the linked account lacks a role for a call without a user, or the folder
    /// does not exist.</cause>
    /// <seen>Roles of the linked account are shown by
    /// <code>Get-ManagementRoleAssignment -RoleAssignee "LyncEnterprise-ApplicationAccount"</code></seen>
    /// <remedy>Look the response code up in the documentation of Exchange Web Services. Where a role is lacking, add it to <c>linkedAccount.roles</c>
    /// of the caller's record; where the folder is, set <c>folder</c> of the check to another one.</remedy>
    public static Fault MailboxRefuses(string operation, string code, string message) => new(
        "PT6008", "", $"{operation} answers {code}: {Quote(message)}.", "the response code NoError.",
        "Look up the response code; usual causes are a role that the linked account lacks, or a folder that does not exist.");

    /// <summary>The dumpster test needs an archive (domain.md 6.1).</summary>
    /// <cause>The check writes into the folder <c>Dumpster</c>, which lies in the archive, and the user has none.</cause>
    /// <seen><c>Test-CsExStorageConnectivity -Folder Dumpster</c> fails for the user, and passes with another folder.</seen>
    /// <remedy>Enable the archive of the mailbox and set <c>archiveEnabled</c> of its entry in <c>partnertrust:mailboxes</c>, or set <c>folder</c> of
    /// the check to <c>ConversationHistory</c> or <c>Inbox</c>.</remedy>
    public static Fault ArchiveNotEnabled(string user) => new(
        "PT6009", "folder", $"{Quote(user)} is not enabled for Exchange archiving.", "a user with an archive, for the Dumpster folder.",
        "Enable the archive of the mailbox, or check another folder.");

    /// <summary>The clocks of the two servers differ by more than tokens allow (domain.md 5.4, 8 row 26).</summary>
    /// <cause>One of the two servers does not follow the time source of the domain: a virtual machine that was resumed, a host that sets its guests'
    /// clocks, or a firewall that blocks the time protocol.</cause>
    /// <seen>Calls are refused right after their tokens were issued. The difference, and where a machine has its time from, are shown by
    /// <code>w32tm /stripchart /computer:&lt;other server&gt; /samples:3 /dataonly</code>
    /// <code>w32tm /query /source</code>
    /// <para>No vendor says which difference is let pass; the five minutes are this package's own measure.</para></seen>
    /// <remedy>Repair time synchronisation on both servers, and run the check again with <c>pulumi up</c>. A fault of the embedded engine is ended by
    /// <code>pulumi-resource-partnertrust lab fault --data .partnertrust/dev --server autodiscover.litwareinc.com ClockSkew --off</code></remedy>
    public static Fault ClocksDiffer(string server, TimeSpan offset) => new(
        "PT6010", "",
        $"The clock of {server} is {Seconds(offset.Duration(), "0")} {(offset < TimeSpan.Zero ? "behind" : "ahead of")} the caller's.",
        "a difference of at most 5 minutes.",
        "Repair time synchronisation on both servers.");

    /// <summary>The account that runs the check lacks the right to use the storage service (domain.md 6.1, 8 row 13).</summary>
    /// <cause>The account that runs the check is an administrator, but not in the group to which the storage service of Lync answers.</cause>
    /// <seen><c>Test-CsExStorageConnectivity</c> fails with "Access Denied", whoever the mailbox belongs to.</seen>
    /// <remedy>Add the account to the local group <c>RTC Local User Administrators</c> on each Front End, directly or through
    /// <c>RTCUniversalUserAdmins</c> in Active Directory, and sign in again: a session knows only the groups that it began with.</remedy>
    public static Fault CheckAccessDenied(string server) => new(
        "PT6011", "", $"Access to the storage service of {server} is denied.",
        "an account in the local group RTC Local User Administrators, directly or through RTCUniversalUserAdmins.",
        "Add the account that runs the check to the group, and sign in again.");

    /// <summary>Something other than the service answered, for example a sign-in page (domain.md 8 row 5).</summary>
    /// <cause>A sign-in page or an error page answered in place of the service: a reverse proxy with forms, a captive portal, or a name that leads to
    /// another web server.</cause>
    /// <seen>Opened in a browser on the caller, the URL shows that page. Under the server's own name another answer comes.</seen>
    /// <remedy>Use the internal name of the server in <c>exchangeAutodiscoverUrl</c>, and let calls to EWS and Autodiscover pass the device in front
    /// without forms.</remedy>
    public static Fault AnswerIsNotSoap(Uri url, int status, string? contentType) => new(
        "PT6012", "",
        $"'{url}' answers {Number(status)} with {contentType ?? "no content type"}, which is not a SOAP message.",
        "a SOAP answer from the service.",
        "Use the internal name of the server, and remove form-based pre-authentication from the path.");

    /// <summary>The item that was written does not come back as it was.</summary>
    /// <cause>A transport rule, an agent or an anti-virus product changes items when they are written, for example the subject of those that come
    /// from outside.</cause>
    /// <remedy>Look for such rules and agents and except the test mailbox, or check with another mailbox. Conversations that are archived would be
    /// changed likewise.</remedy>
    public static Fault ItemChanged(string found, string expected) => new(
        "PT6013", "", $"The item came back with the subject {Quote(found)}.", $"{Quote(expected)}, as it was written.",
        "Look for transport rules or agents that change items of the mailbox.");

    /// <summary>TLS ends in front of the server, which therefore expects tokens for http (domain.md 8 row 8).</summary>
    /// <cause>A load balancer or reverse proxy decrypts the calls and passes them on over http. The server then takes itself to be reached by http,
    /// and tokens are made for https.</cause>
    /// <seen>Exchange answers 401 with the header <c>x-ms-diagnostics: 2000003;reason="The hostname component of the audience claim value is invalid.
    /// Expected 'https://…'. Actual 'http://…'.";error_category="invalid_resource"</c>. Directly to a server, past the device, calls work.</seen>
    /// <remedy>Let the device pass EWS and Autodiscover through to the servers, or encrypt again towards them, and align the URLs of the virtual
    /// directories with the names in the certificates. If you cannot, let Lync reach Exchange under a name that leads around the device.</remedy>
    /// <sign>2000003</sign>
    /// <sign>error_category="invalid_resource"</sign>
    /// <sign>The hostname component of the audience claim value is invalid. Expected 'https://…'. Actual 'http://…'.</sign>
    public static Fault TlsEndsInFront(string server) => new(
        "PT6014", "", $"{server} got the call over http: a device in front of it ends TLS.", "TLS that ends at the server itself.",
        "Do not offload TLS for EWS and Autodiscover, and align URLs and certificate names.");

    /// <summary>The authorization server gave no token.</summary>
    /// <cause>The caller is not known to the authorization server, or signs with a key of which the authorization server does not know. Or its
    /// document names no place at which tokens are issued.</cause>
    /// <remedy>Register the caller at the authorization server as a PartnerApplication, with the caller's <c>authMetadataUrl</c> and
    /// <c>refreshTrigger</c>. If the document names no such place, correct <c>authMetadataUrl</c> of the AuthorizationServer, or the
    /// document.</remedy>
    public static Fault AuthorizationServerRefuses(Uri url, int status, string error) => new(
        "PT6015", "", $"The authorization server at '{url}' answers {Number(status)} {Quote(error)}.", "a token for the called server.",
        "Register the caller as a partner application of the authorization server, with the key that it signs with.");

    /// <summary>The server answered a well-formed call with a status that means nothing here.</summary>
    /// <cause>The server itself failed, is starting or too busy, or a device in front of it answers for it.</cause>
    /// <seen>Look at the log of IIS on the called server for the call, by its time, URL and status, and at its event log for what failed then.</seen>
    /// <remedy>Put right what the log tells, and run the check again:
    /// <code>pulumi up</code>
    /// <para>If only some of the servers behind a name answer so, call each by its own name to find out which.</para></remedy>
    public static Fault CallFails(Uri url, int status) => new(
        "PT6016", "", $"'{url}' answers {Number(status)}.", "status 200.", "Look at the log of the server.");

    /// <summary>A product's own test cmdlet fails, and the records do not tell why (domain.md 5.7, 6).</summary>
    /// <cause>The product's own test failed, and neither the settings nor the records on both sides tell why, as far as they can be read. What is
    /// left is what no record shows: the server still uses what it read before, a key that it does not show, the network, or the mailbox.</cause>
    /// <seen>On Lync the event log "Lync Server", source LS Storage Service, and from Skype for Business Server 2015 on
    /// <c>Debug-CsStorageServiceFailures</c>; on Exchange the source MSExchange OAuth. Run by hand on a Front End, this prints the whole exchange
    /// with <c>x-ms-diagnostics</c>:
    /// <code>Test-CsExStorageConnectivity -SipUri "sip:kenmyer@litwareinc.com" -DeleteItem -Verbose</code></seen>
    /// <remedy><list type="number">
    /// <item>If the message quotes a code, ask what it means:
    /// <code>pulumi-resource-partnertrust explain 2000000</code></item>
    /// <item>Let both sides read each other's keys again:
    /// <code>pulumi up --refresh</code></item>
    /// <item>Restart what holds old settings: <c>iisreset</c> on the Exchange servers, which interrupts their clients.</item>
    /// <item>Call the function <c>explainTrust</c> for the two servers: it names the steps of which nothing is known.</item>
    /// </list></remedy>
    public static Fault TestCmdletFails(string server, string cmdlet, string? diagnostics, string said) => new(
        "PT6018", "", $"{cmdlet} fails on {server}{(diagnostics is null ? "" : $", refused with {Quote(diagnostics)}")}: {Quote(said)}.",
        "a test that passes.",
        "Look at the server's event log (LS Storage Service, MSExchange OAuth), and run explainTrust for the two servers.");

    /// <summary>A product has no cmdlet that makes a check.</summary>
    /// <cause>The check with the method <c>storage</c> is to be made by a SharePoint farm or a token server. Only Lync and Exchange have cmdlets that
    /// test the call.</cause>
    /// <remedy>Set <c>method</c> of the check to <c>probe</c>: the plugin then asks the called server itself, and writes nothing. Or let a Lync
    /// server make the check.</remedy>
    public static Fault NoTestCmdlet(string server, ServerProduct product) => new(
        "PT6019", "method", $"{product} has no cmdlet by which {server} could make a storage check.", "\"probe\" for this server.",
        "Set the method to probe, or let another server make the check.");

    /// <summary>A stack's state remembers that a check failed when it was last made.</summary>
    /// <cause>The state holds what each connectivity check met when an update or a refresh last made it. This one failed then. What the state tells
    /// of certificates and records need not show why: a TLS certificate, the network or the mailbox decide as well.</cause>
    /// <remedy><para>Find out whether it still fails:</para>
    /// <code>pulumi refresh</code>
    /// <para>If it does, the refresh tells the step and the number of what stops it. Read what that number means, and follow it:</para>
    /// <code>pulumi-resource-partnertrust explain PT5025</code></remedy>
    public static Fault CheckFailedBefore(string check, string? step, string? code) => new(
        "PT6020", "",
        $"The check {Quote(check)} failed when it was last made{(step is null ? "" : $", at the step {step}")}{(code is null ? "" : $", by {code}")}.",
        "a check that succeeds.",
        "Run \"pulumi refresh\" to see whether it still does, and follow the number that it tells.");

    /// <summary>The emulated servers cannot listen on a port.</summary>
    /// <cause>Another program, perhaps a second <c>lab serve</c>, listens on the port that <c>--port</c> or <c>--page-port</c> names; or the system
    /// reserves it.</cause>
    /// <remedy>Leave the option out, so that any free port is taken, or name another one:
    /// <code>pulumi-resource-partnertrust lab serve --data .partnertrust/dev</code>
    /// <para>Or end that program. On Windows it is found by</para>
    /// <code>Get-NetTCPConnection -LocalPort 8443 | Format-List State, OwningProcess</code></remedy>
    public static Fault PortUnavailable(int port) => new(
        "PT6017", "", $"The emulated servers cannot listen on port {Number(port)} of this machine.", "a free port, or 0 for any.",
        "End the program that uses the port, or choose another port.");
}
