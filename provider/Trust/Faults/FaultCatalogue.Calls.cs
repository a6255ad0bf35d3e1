using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The caller or the receiver is not a configured server.</summary>
    /// <cause>The question names a server that has no entry in <c>partnertrust:servers</c>, or no receiver where the caller is not Lync and finds
    /// none by itself. Or the token would come from a token server that both sides trust, and that one has no entry.</cause>
    /// <remedy>Correct the name, or add the server under the next free number. A token server is one with the product <c>TokenServer</c>, and with
    /// the <c>realm</c> that its issuer has:
    /// <code>pulumi config set --path "partnertrust:servers[2].fqdn" sts.litwareinc.com</code>
    /// <code>pulumi config set --path "partnertrust:servers[2].product" TokenServer</code>
    /// <code>pulumi config set --path "partnertrust:servers[2].realm" litwareinc.com</code></remedy>
    public static Fault CallServerUnknown(string role, string fqdn) => Refusal(
        "PT5080",
        $"The {role} {Quote(fqdn)} is not a configured server.",
        "the fqdn of a server in the provider's configuration.",
        "a misspelt name.",
        "Add the server to partnertrust:servers, or correct the name.");

    /// <summary>The caller has no certificate to sign with.</summary>
    /// <cause>No certificate was ever assigned to the calling server for tokens: Lync makes none of itself when it is set up. Or it was un-assigned,
    /// for example when its CertificateBinding was taken out of the program.</cause>
    /// <seen>On Lync this shows nothing. On Exchange <c>CurrentCertificateThumbprint</c> is empty:
    /// <code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global</code>
    /// <code>Get-AuthConfig | Format-List CurrentCertificateThumbprint</code></seen>
    /// <remedy>Declare a CertificateBinding for the caller without <c>effectiveDate</c>, then let the record at the receiver copy the key:
    /// <code>pulumi up --refresh</code>
    /// <para>By hand on Lync, once for the whole deployment, with a certificate of its store:</para>
    /// <code>Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint "&lt;thumbprint&gt;"</code></remedy>
    public static Fault CallerHasNoCertificate(string caller) => Refusal(
        "PT5081",
        $"{caller} has no current signing certificate.",
        "a certificate bound to the caller.",
        "none was ever bound, or it was removed.",
        $"Bind a certificate to {caller}, then run \"pulumi up --refresh\": the record at the receiver copies the caller's keys again.");

    /// <summary>The caller's certificate is not valid yet.</summary>
    /// <cause>The certificate was issued for a later day, or by a certification authority whose clock is ahead, and was bound on the server at once.
    /// Or the caller's own clock is behind, as that of a virtual machine that was resumed.</cause>
    /// <seen>The beginning of its validity, and the clock of the machine:
    /// <code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global | Format-List Thumbprint, NotBefore, NotAfter</code>
    /// <code>(Get-AuthConfig).CurrentCertificateThumbprint | Get-ExchangeCertificate | Format-List Thumbprint, NotBefore</code>
    /// <code>w32tm /query /status</code></seen>
    /// <remedy>If the clock is wrong, repair its time source; nothing else is to be done. If it is right, bind a certificate that is valid by now,
    /// and let the record at the receiver copy its key:
    /// <code>pulumi up --refresh</code>
    /// <para>The certificate for later can be staged with <c>effectiveDate</c> then, except on SharePoint.</para></remedy>
    public static Fault CallerCertificateNotYetValid(string caller, SigningCertificate certificate, DateTimeOffset at) => Refusal(
        "PT5090",
        $"{caller} signs with {certificate.Thumbprint}, which is valid only from {Utc(certificate.NotBefore)}; the call is made at {Utc(at)}.",
        "a certificate that is valid at the time of the call.",
        $"the clock of {caller} is behind, or the certificate was issued for later.",
        $"Compare the clock of {caller} with a time source; if it is right, bind a certificate that is valid by now, then run \"pulumi up --refresh\": the record at the receiver copies the caller's keys again.");

    /// <summary>The caller's certificate has expired.</summary>
    /// <cause>The caller's certificate came to its end, and the next one was neither bound nor staged. Stacks with a generated certificate renew it
    /// in time only if somebody runs an update.</cause>
    /// <seen>On Exchange sign-in to Outlook on the web goes round in circles, with event 1003 of MSExchange Front End HTTPS Proxy. For Lync no
    /// document names an event for it. The dates are shown by
    /// <code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global | Format-List Thumbprint, NotAfter</code>
    /// <code>(Get-AuthConfig).CurrentCertificateThumbprint | Get-ExchangeCertificate | Format-List Thumbprint, NotAfter</code></seen>
    /// <remedy>Bind a renewed certificate without <c>effectiveDate</c>; a generated one is renewed by the update itself. Then let every partner copy
    /// the new key:
    /// <code>pulumi up --refresh</code>
    /// <para>On Exchange it can take an hour until the new one is used; PT2001 tells how to make it sooner, and what a hybrid with Microsoft 365
    /// needs.</para></remedy>
    /// <sign>event 1003 MSExchange Front End HTTPS Proxy</sign>
    public static Fault CallerCertificateExpired(string caller, SigningCertificate certificate, DateTimeOffset at) => Refusal(
        "PT5082",
        $"{caller} signs with {certificate.Thumbprint}, which expired at {Utc(certificate.NotAfter)}; the call is made at {Utc(at)}.",
        "a certificate that is valid at the time of the call.",
        "the certificate was not renewed in time.",
        $"Bind a renewed certificate to {caller}, then run \"pulumi up --refresh\": the record at the receiver copies the caller's keys again.");

    /// <summary>Lync does not know where to find Exchange.</summary>
    /// <cause>Nobody has told Lync where Exchange is: the setting is empty after the installation. Or the OAuthConfiguration was taken out of the
    /// program, and the setting went back to what it was before.</cause>
    /// <seen><c>ExchangeAutodiscoverUrl</c> is empty:
    /// <code>Get-CsOAuthConfiguration | Format-List ExchangeAutodiscoverUrl</code></seen>
    /// <remedy>Declare an OAuthConfiguration for Lync with <c>exchangeAutodiscoverUrl</c>, or a TwoWayTrust, which has it. By hand:
    /// <code>
    /// $url = "https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc"
    /// Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverUrl $url
    /// </code></remedy>
    public static Fault AutodiscoverNotSet(string caller) => Refusal(
        "PT5083",
        $"{caller} has no Exchange autodiscover URL.",
        "an exchangeAutodiscoverUrl that ends in autodiscover.svc.",
        "the OAuth configuration was never written.",
        $"Declare an OAuthConfiguration for {caller} with exchangeAutodiscoverUrl.");

    /// <summary>Lync's autodiscover URL leads to another server.</summary>
    /// <cause>The URL still names an Exchange server that was retired, or the Autodiscover of another organization. Or it is right, and the
    /// configuration does not have that host among the names of the Exchange server.</cause>
    /// <seen>Lync writes event 32054 of LS Storage Service, with <c>code=ErrorEwsAutodiscover</c>, when Autodiscover is not there. The URL is shown
    /// by
    /// <code>Get-CsOAuthConfiguration | Format-List ExchangeAutodiscoverUrl</code></seen>
    /// <remedy>Set <c>exchangeAutodiscoverUrl</c> of the OAuthConfiguration to Autodiscover of the organization that has the mailboxes. If the host
    /// is a name of the Exchange server, such as that of its load balancer, list it in <c>names</c> of its entry:
    /// <code>pulumi config set --path "partnertrust:servers[1].names[0]" autodiscover.litwareinc.com</code></remedy>
    /// <sign>ErrorEwsAutodiscover</sign>
    /// <sign>event 32054 LS Storage Service</sign>
    public static Fault AutodiscoverElsewhere(string caller, Uri url, string receiver) => Refusal(
        "PT5084",
        $"The autodiscover URL of {caller} leads to {Quote(url.Host)}.",
        $"a host under which {receiver} or an Exchange server of its realm answers.",
        "the URL was written for another organisation.",
        "Correct exchangeAutodiscoverUrl.");

    /// <summary>The receiver's challenge names no issuer from which the caller could get a token.</summary>
    /// <cause>The receiver has no record of the caller that it could use: none was ever made, it is disabled, it has another realm than the caller's
    /// tokens, or it stands behind a token server that the caller does not use. On Exchange a clean-up for Teams may have removed every partner
    /// application with Lync's identifier.</cause>
    /// <seen><c>Test-CsExStorageConnectivity</c> fails with 401, and a caller says that the trusted issuers contained certain entries, none of which
    /// is configured locally. The receiver's list is <c>trusted_issuers</c> in the header <c>WWW-Authenticate: Bearer</c> of its 401, and what it is
    /// made of are its records:
    /// <code>Get-PartnerApplication | Format-List Name, Enabled, ApplicationIdentifier, Realm, UseAuthServer</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, Enabled, ApplicationIdentifier, Realm</code></seen>
    /// <remedy>The message names the reason where the receiver's records can be seen.
    /// <list type="number">
    /// <item>No record: declare a PartnerApplication with the caller's <c>authMetadataUrl</c> on the receiver. One that was removed by hand is made
    /// again by
    /// <code>pulumi up --refresh</code></item>
    /// <item>Disabled: set <c>enabled</c> to true.</item>
    /// <item>Another realm: give caller and record the same, on Lync by <c>realm</c> of its OAuthConfiguration, and update.</item>
    /// <item>Behind a token server: declare the same AuthorizationServer on both sides, or register the caller directly.</item>
    /// </list>
    /// <para>If all is right and Exchange still does not list the caller, run <c>iisreset</c> on it: it goes on with what it read
    /// before.</para></remedy>
    /// <sign>The trusted issuers contained the following entries '…'. None of them are configured locally.</sign>
    public static Fault CallerNotAmongTrustedIssuers(
        string receiver, string caller, IReadOnlyCollection<string> trusted, string cause, string remedy) => Refusal(
        "PT5085",
        trusted.Count == 0
            ? $"{receiver} names no trusted issuer."
            : $"The trusted issuers of {receiver} are {string.Join(", ", trusted.Take(4).Select(Quote))}.",
        $"{Quote(caller)} among them, or an authorization server that the caller uses too.",
        cause,
        remedy);

    /// <summary>The user is not named by a SIP address.</summary>
    /// <cause>The user was named by the mail address or the logon name, or <c>sip:</c> is missing.</cause>
    /// <remedy>Give the user's SIP address, such as <c>sip:kenmyer@litwareinc.com</c>. For a call of the application for itself, leave the user out
    /// of <c>explainTrust</c>.</remedy>
    public static Fault CallUserMalformed(string user) => Refusal(
        "PT5086",
        $"The user is {Quote(user)}.",
        "a SIP address such as sip:user@domain.",
        "another kind of name was given.",
        "Give the user's SIP address.");

    /// <summary>A server calls itself.</summary>
    /// <cause>Caller and receiver of a question or of a check are the same server, perhaps under two of its names: a pool and the load balancer
    /// before it, or two pools of one deployment, count as one.</cause>
    /// <remedy>Name the other server of the trust: in a check as <c>target</c>, in <c>explainTrust</c> as <c>from</c> or <c>to</c>.</remedy>
    public static Fault CallToItself(string fqdn) => Refusal(
        "PT5087",
        $"{fqdn} is both caller and receiver.",
        "two different servers.",
        "the same name was given twice.",
        "Name the other server.");

    /// <summary>Lync does not call the receiver, because its record of the receiver is disabled.</summary>
    /// <cause>On Lync, the record of the server to be called was switched off, by hand during a migration or by <c>enabled: false</c> in the program.
    /// Lync then refuses its tokens, and does not call it either.</cause>
    /// <seen><c>Enabled</c> is False:
    /// <code>Get-CsPartnerApplication | Format-List Identity, ApplicationIdentifier, Enabled</code></seen>
    /// <remedy>Set <c>enabled</c> of that PartnerApplication on Lync to true, or leave it out. If it was switched off by hand, the update has to look
    /// at the server first:
    /// <code>pulumi up --refresh</code>
    /// <para>Where no stack manages the record:</para>
    /// <code>Set-CsPartnerApplication -Identity exchange -Enabled $true</code></remedy>
    public static Fault ReceiverDisabledAtCaller(string caller, string name) => Refusal(
        "PT5088",
        $"The receiver's partner application {Quote(name)} is disabled on {caller}.",
        "an enabled record: Lync does not talk to a partner that it has disabled.",
        "somebody disabled the partner on the caller's side.",
        $"Set enabled to true on {Quote(name)}.");
}
