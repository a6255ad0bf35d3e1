using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The certificate has expired.</summary>
    /// <cause>The date of renewal passed unnoticed, or an old export was taken for the present one. Exchange makes its certificate for five years
    /// when it is set up, long enough for it to be forgotten.</cause>
    /// <seen>On Exchange more breaks than the trust: sign-in to Outlook on the web and the admin center goes round in circles with event 1003 of
    /// MSExchange Front End HTTPS Proxy (<c>FbaModule.ParseCadataCookies</c>), and the metadata URL answers 500. Which certificate it is, and on
    /// Lync:
    /// <code>(Get-AuthConfig).CurrentCertificateThumbprint | Get-ExchangeCertificate | Format-List Thumbprint, NotAfter</code>
    /// <code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global</code></seen>
    /// <remedy><list type="number">
    /// <item>Give <c>source</c> of the CertificateBinding a renewed certificate, without <c>effectiveDate</c>: it is to sign at once. With
    /// <c>generate</c> the update makes one.</item>
    /// <item>Let every partner copy the new key:
    /// <code>pulumi up --refresh</code></item>
    /// <item>On Exchange it can take an hour until it is used; restarting the service MSExchangeServiceHost and then <c>iisreset</c> make it sooner.
    /// In a hybrid with Microsoft 365, run the Hybrid Configuration Wizard again.</item>
    /// </list></remedy>
    /// <sign>event 1003 MSExchange Front End HTTPS Proxy</sign>
    /// <sign>FbaModule.ParseCadataCookies</sign>
    /// <sign>HMACProvider.GetCertificates:protectionCertificates.Length&lt;1</sign>
    public static Fault CertificateExpired(SigningCertificate certificate, DateTimeOffset now) => new(
        "PT2001", "source",
        $"Certificate {certificate.Thumbprint} expired at {Utc(certificate.NotAfter)}; it is now {Utc(now)}.",
        "a certificate that is valid now.",
        "Bind a renewed certificate.");

    /// <summary>The certificate is not valid yet.</summary>
    /// <cause>The certificate was issued ahead, or by a certification authority whose clock is ahead of the machine that runs Pulumi.</cause>
    /// <remedy>Set <c>effectiveDate</c> to a time inside its validity, so that it is staged until then, or bind another certificate meanwhile.
    /// SharePoint cannot stage. If the certificate should be valid by now, compare the clocks:
    /// <code>w32tm /query /status</code></remedy>
    public static Fault CertificateNotYetValid(SigningCertificate certificate, DateTimeOffset when) => new(
        "PT2002", "source",
        $"Certificate {certificate.Thumbprint} is valid only from {Utc(certificate.NotBefore)}, but would sign from {Utc(when)}.",
        "a certificate that is valid when it begins to sign.",
        "Set effectiveDate to a time inside its validity, or bind another certificate.");

    /// <summary>The certificate's RSA key is smaller than 2048 bits.</summary>
    /// <cause>An old certificate template of 1024 bits was used, or the wish for a generated certificate names a small <c>keySize</c>.</cause>
    /// <remedy>Set <c>source.generate.keySize</c> to 2048 or more; 2048 is the default. For a certificate of your own certification authority,
    /// request it again:
    /// <code>Request-CsCertificate -New -Type OAuthTokenIssuer -CA "ca01.litwareinc.com\litware-CA" -KeySize 2048 -AllSipDomain</code></remedy>
    public static Fault KeyTooSmall(int keySize) => new(
        "PT2003", "source",
        $"The key has {Count(keySize, "bit")}.",
        "an RSA key of at least 2048 bits.",
        "Issue a certificate with a larger key; of one that is generated, set keySize.");

    /// <summary>The certificate's key is not RSA, so no product can sign tokens with it.</summary>
    /// <cause>The certificate was requested with a key of elliptic curves, as <c>Request-CsCertificate -KeyAlg ECDH_P256</c> makes it. It is good for
    /// TLS; tokens of these products are signed by RSA alone.</cause>
    /// <remedy>Issue a certificate with an RSA key of 2048 bits or more and bind that, or let the package make one with
    /// <c>source.generate</c>.</remedy>
    public static Fault KeyNotRsa(string algorithm) => new(
        "PT2004", "source",
        $"The key algorithm is {Quote(algorithm)}.",
        "RSA: tokens are signed with RS256.",
        "Issue a certificate with an RSA key.");

    /// <summary>The certificate came without its private key.</summary>
    /// <cause>The certificate was exported as a CER file, or as PFX without "export the private key". Or it was imported on the server by such a
    /// file, or the server was restored without its keys.
    /// <para>A certificate to be bound without its key is refused; where a single machine of a deployment lacks the key, updates and reads warn of it
    /// and go on.</para></cause>
    /// <seen>On Exchange, event 2004 of MSExchange OAuth says that the certificate with that thumbprint is not found on the computer or lacks its
    /// private key, and the metadata URL answers 500. On that server itself, <c>HasPrivateKey</c> is False (over remoting it is False always):
    /// <code>Get-ExchangeCertificate -Thumbprint &lt;thumbprint&gt; | Format-List Thumbprint, HasPrivateKey, NotAfter</code></seen>
    /// <remedy>For a file, export the certificate as PFX together with its private key; a PEM text needs the private key beside the certificate.
    /// <para>For a certificate that a server has, import the PFX there, on every machine of the deployment. If no copy of the key is left anywhere,
    /// bind another certificate, and let every partner copy its key with <c>pulumi up --refresh</c>.</para></remedy>
    /// <sign>event 2004 MSExchange OAuth</sign>
    public static Fault PrivateKeyMissing(Thumbprint thumbprint) => new(
        "PT2005", "source",
        $"Certificate {thumbprint} has no private key here.",
        "a certificate together with its private key.",
        "Export it as PFX with the private key, or append the private key to the PEM text.");

    /// <summary>The private key cannot be exported, so the certificate cannot be put on the other servers of the pool.</summary>
    /// <cause>The certificate was requested or imported without "mark this key as exportable", or its key is kept on a smart card or in a security
    /// module. The key then cannot be copied to the other machines, which must all sign with it.</cause>
    /// <seen>The Certificates snap-in offers no export of the private key. Over their cmdlets real servers do not show this to the plugin, which
    /// therefore takes the key to be exportable.</seen>
    /// <remedy>Issue the certificate again with an exportable key and bind it; those that the package generates are. For Lync:
    /// <code>Request-CsCertificate -New -Type OAuthTokenIssuer -CA "ca01.litwareinc.com\litware-CA" -PrivateKeyExportable $true -AllSipDomain</code>
    /// </remedy>
    public static Fault PrivateKeyNotExportable(Thumbprint thumbprint, string server) => new(
        "PT2006", "source",
        $"The private key of certificate {thumbprint} on {server} is marked as not exportable.",
        "an exportable key: every server of the deployment must sign with the same certificate.",
        "Issue the certificate again with an exportable private key.");

    /// <summary>The subject is not a distinguished name.</summary>
    /// <cause>The subject of a certificate to be generated is a bare domain, empty, or has an attribute without a value.</cause>
    /// <remedy>Write each part with its attribute, such as <c>CN=litwareinc.com</c> or <c>CN=litwareinc.com, O=Litware</c>. Without <c>subject</c>,
    /// the package takes the usual one of the product.</remedy>
    public static Fault SubjectInvalid(string? subject) => new(
        "PT2012", "source.generate.subject",
        $"The subject is {Quote(subject)}.",
        "a distinguished name such as \"CN=litwareinc.com\".",
        "Write the subject with its attribute names.");

    /// <summary>The new certificate takes effect sooner than the product's lead time allows partners to learn of it.</summary>
    /// <cause>The certificate is staged for a time that is nearer than the vendor's lead: 48 hours on Exchange, 24 on Lync. Until a partner has read
    /// the new key it refuses what that key signs.</cause>
    /// <seen>Exchange asks for confirmation of such a date; the package answers it.</seen>
    /// <remedy>Choose a later <c>effectiveDate</c>, if the old certificate lives long enough. Otherwise see to it that every partner has the new key
    /// before that time, those that this stack does not manage included:
    /// <code>pulumi up --refresh</code>
    /// <para>If nothing is done, the certificate takes effect all the same, and partners that have not read the document by then refuse the server's
    /// tokens.</para></remedy>
    public static Fault LeadTimeShort(ServerProduct product, DateTimeOffset effective, DateTimeOffset now, TimeSpan lead) => new(
        "PT2013", "effectiveDate",
        $"The certificate takes effect at {Utc(effective)}, {Count((long)(effective - now).TotalHours, "hour")} after {Utc(now)}.",
        $"at least {Count((long)lead.TotalHours, "hour")} ahead on {product}, so that every partner reads the new key first.",
        "Choose a later effectiveDate, or refresh every partner at once.")
    {
        IsWarning = true,
    };

    /// <summary>The new certificate takes effect so late that the old one expires before overlapping long enough.</summary>
    /// <cause>The new certificate takes effect less than a day before the old one ends. Lync asks for 24 hours, in which both count: partners may
    /// still hold the old key alone, and tokens signed with it are still under way.</cause>
    /// <remedy>Choose an <c>effectiveDate</c> no later than the message says. If that time is over, leave it out, so that the certificate is replaced
    /// at once, and then refresh every partner:
    /// <code>pulumi up --refresh</code>
    /// <para>If nothing is done, partners that do not refresh in those hours refuse the server's tokens as soon as the old certificate has
    /// ended.</para></remedy>
    public static Fault OverlapShort(
        ServerProduct product, DateTimeOffset effective, SigningCertificate current, TimeSpan lead, DateTimeOffset now)
    {
        var latest = current.NotAfter - lead;
        return new Fault(
            "PT2014", "effectiveDate",
            $"The certificate takes effect at {Utc(effective)}; the one it replaces expires at {Utc(current.NotAfter)}.",
            $"on {product} at least {Count((long)lead.TotalHours, "hour")} before the replaced certificate expires.",
            latest > now
                ? $"Choose an effectiveDate no later than {Utc(latest)}."
                : "That time is over: leave effectiveDate out to replace the certificate at once, and refresh every partner right after that.")
        {
            IsWarning = true,
        };
    }

    /// <summary>The old certificate expires before the new one takes effect: nothing valid would sign in between.</summary>
    /// <cause>The <c>effectiveDate</c> was counted from the wrong date, or the certificate that signs now ends sooner than was thought. In the time
    /// between, the server would sign with a certificate that has ended, and nobody would take its tokens.</cause>
    /// <remedy>Choose an <c>effectiveDate</c> before the end of the present certificate, with some days to spare, or leave it out to replace the
    /// certificate at once. The function <c>planRollover</c> tells the times.</remedy>
    public static Fault SigningGap(DateTimeOffset effective, SigningCertificate current) => new(
        "PT2015", "effectiveDate",
        $"The current certificate expires at {Utc(current.NotAfter)}, before the new one takes effect at {Utc(effective)}.",
        "an effective date before the current certificate expires.",
        "Choose an earlier effectiveDate, or leave it out to replace the certificate at once.");

    /// <summary>The product has no documented staging of a next certificate.</summary>
    /// <cause>SharePoint knows one signing certificate and documents no time in which two of them count.</cause>
    /// <remedy>Leave <c>effectiveDate</c> out, change the certificate in a maintenance window, and let every partner copy the new key right after
    /// that:
    /// <code>pulumi up --refresh</code></remedy>
    public static Fault StagingUnsupported(ServerProduct product) => new(
        "PT2016", "effectiveDate",
        $"An effective date in the future is set on a server of product {product}.",
        "no effective date: the product documents no overlap of two signing certificates.",
        "Leave effectiveDate out, and change the certificate in a maintenance window.");

    /// <summary>Nothing is bound now, so nothing signs until the staged certificate takes effect.</summary>
    /// <cause>The server has no certificate yet, and its first one is staged for later; or the one that it had was unbound.</cause>
    /// <remedy>Leave <c>effectiveDate</c> out, so that the certificate signs at once. If nothing is done, the server has no metadata document until
    /// then, nobody can register it, and its calls fail.</remedy>
    public static Fault NothingSignsUntil(DateTimeOffset effective) => new(
        "PT2017", "effectiveDate",
        $"No certificate is bound now, and this one takes effect only at {Utc(effective)}.",
        "a certificate that signs until then.",
        "Leave effectiveDate out to sign at once.")
    {
        IsWarning = true,
    };

    /// <summary>Neither the subject nor the alternative names contain the realm, as Lync expects of its token-signing
    /// certificate.</summary>
    /// <cause>The certificate was issued for the names of a server or pool, or for another domain. For Lync's token-signing certificate the vendor
    /// asks for the SIP domain in the subject.</cause>
    /// <seen><code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global | Format-List Subject, AlternativeNames</code></seen>
    /// <remedy>Issue the next certificate for the SIP domain, such as <c>CN=litwareinc.com</c>, and put further SIP domains into its alternative
    /// names; <c>Request-CsCertificate</c> does that with <c>-AllSipDomain</c>. If nothing is done, the certificate is bound all the same. Whether a
    /// Lync server then refuses anything is unconfirmed.</remedy>
    public static Fault SubjectLacksRealm(SigningCertificate certificate, string realm) => new(
        "PT2018", "source",
        $"Subject {Quote(certificate.Subject)} and the alternative names do not contain {Quote(realm)}.",
        "a certificate whose subject contains the SIP domain.",
        "Issue the certificate for the SIP domain; further SIP domains go into the alternative names.")
    {
        IsWarning = true,
    };

    /// <summary>The certificate is missing on a server of the deployment.</summary>
    /// <cause>The certificate was imported on one machine only, a machine was restored or installed anew, or replication does not reach it: that of
    /// Exchange does not always cross sites of Active Directory, and that of Lync's Central Management store may be stuck. Or
    /// <c>source.thumbprint</c> names a certificate that the server does not have.
    /// <para>A thumbprint that the server does not have is refused; where a single machine of a deployment lacks the certificate, updates and reads
    /// warn of it and go on.</para></cause>
    /// <seen>Calls work from one machine and fail from another. On Exchange, event 2004 of MSExchange OAuth, and for that server an error from
    /// <code>Get-ExchangeCertificate -Server &lt;server&gt; -Thumbprint &lt;thumbprint&gt;</code>
    /// <para>On Lync, <c>UpToDate</c> is False for a replica, with events 1015, 1017 and 1034 of LS File Transfer Agent Service:</para>
    /// <code>Get-CsManagementStoreReplicationStatus</code></seen>
    /// <remedy>Run the update again, which binds the certificate anew and so carries it to the machines that lack it:
    /// <code>pulumi up --refresh</code>
    /// <para>If it is still missing, repair what carries it: on Lync TCP port 445 to the machine, and then
    /// <c>Invoke-CsManagementStoreReplication</c>. Or export the certificate with its private key from a machine that has it, and import it there; on
    /// Exchange with <c>Export-ExchangeCertificate</c> and <c>Import-ExchangeCertificate</c>, once for each site.</para></remedy>
    /// <sign>event 2004 MSExchange OAuth</sign>
    /// <sign>event 1015 LS File Transfer Agent Service</sign>
    /// <sign>event 1017 LS File Transfer Agent Service</sign>
    /// <sign>event 1034 LS File Transfer Agent Service</sign>
    /// <sign>special Rpc error … certificate with thumbprint … was not found</sign>
    /// <sign>Exchange OAuth authentication couldn't find the authorization certificate with thumbprint …</sign>
    public static Fault MissingOnServer(Thumbprint thumbprint, string server) => new(
        "PT2019", "server",
        $"Certificate {thumbprint} is not in the store of {server}.",
        "the same certificate, with its private key, on every server of the deployment.",
        $"Export it with its private key from a server that has it, and import it on {server}.");

    /// <summary>The key is kept by a CNG provider, with which Exchange cannot sign tokens.</summary>
    /// <cause>The certificate was requested from a template that names a Key Storage Provider, as newer ones can, or the PFX was exported from a
    /// machine whose key is kept by one. Exchange cannot sign tokens with such a key.</cause>
    /// <seen>The provider is shown by
    /// <code>certutil -store My &lt;thumbprint&gt;</code></seen>
    /// <remedy><list type="number">
    /// <item>Import the PFX into a provider of the older kind:
    /// <code>certutil -csp "Microsoft RSA SChannel Cryptographic Provider" -importpfx auth.pfx</code></item>
    /// <item>Give the stack its thumbprint, or export it from there as PFX and give it that.</item>
    /// </list>
    /// <para>A certificate that the package generates needs none of this.</para></remedy>
    public static Fault KeyProviderUnsupported(Thumbprint thumbprint, string provider) => new(
        "PT2020", "source",
        $"The key of certificate {thumbprint} is kept by {Quote(provider)}.",
        "a key of a legacy RSA cryptographic service provider.",
        "Import the certificate again with the provider \"Microsoft RSA SChannel Cryptographic Provider\" (certutil -csp); for a PFX, export it from there.");

    /// <summary>There is no staged certificate to publish.</summary>
    /// <cause><c>lab publish</c> was run for a server on which no certificate waits: it took effect already, was withdrawn, or was never
    /// staged.</cause>
    /// <remedy>Declare a certificate with an <c>effectiveDate</c> ahead and update the stack, then publish it. What the servers hold is shown by
    /// <code>pulumi-resource-partnertrust lab status --data .partnertrust/dev</code></remedy>
    public static Fault NothingStaged(string server) => new(
        "PT2021", "server",
        $"No next certificate is staged on {server}.",
        "a staged certificate.",
        "Stage one with an effectiveDate, or bind it at once.");

    /// <summary>The key size asked for cannot be generated.</summary>
    /// <cause>The program asks for a generated certificate with a key of an unusual size.</cause>
    /// <remedy>Set <c>source.generate.keySize</c> to 2048, 3072 or 4096, or leave it out for 2048.</remedy>
    public static Fault KeySizeUnsupported(int keySize) => new(
        "PT2022", "source.generate.keySize",
        $"The key size is {Number(keySize)}.",
        "2048, 3072 or 4096 bits.",
        "Choose one of these.");

    /// <summary>The validity asked for is out of range.</summary>
    /// <cause>The program counts in other units than days, or asks for a certificate without end.</cause>
    /// <remedy>Set <c>source.generate.validityDays</c> to a number of days from 1 to 3650, or leave it out for 1825, five years. A generated
    /// certificate is renewed in time by the update, so that it need not live long.</remedy>
    public static Fault ValidityOutOfRange(int validityDays) => new(
        "PT2023", "source.generate.validityDays",
        $"The validity is {Count(validityDays, "day")}.",
        "between 1 and 3650 days.",
        "Choose a validity in that range; Exchange's own default is 1825.");

    /// <summary>The thumbprint is not 40 hexadecimal digits.</summary>
    /// <cause>The text is a SHA-256 fingerprint of 64 digits, a serial number, or was cut when it was copied. One of the vendor's own samples has 43
    /// digits. Blanks, colons and upper or lower case do not matter.</cause>
    /// <remedy>Copy the thumbprint from the server, by one of these:
    /// <code>Get-ExchangeCertificate | Format-List Thumbprint, Subject, NotAfter</code>
    /// <code>Get-ChildItem Cert:\LocalMachine\My | Format-List Thumbprint, Subject, NotAfter</code></remedy>
    public static Fault ThumbprintInvalid(string? text) => new(
        "PT2024", "source.thumbprint",
        $"The thumbprint is {Quote(text)}.",
        "40 hexadecimal digits.",
        "Copy the thumbprint from the certificate again.");

    /// <summary>The certificate is inside its renewal period.</summary>
    /// <cause>The certificate ends within <c>renewBeforeDays</c> (60 if not set), and none is staged to follow it. A generated certificate is renewed
    /// by the next update; of one from a file or from the server's store this package can only warn.</cause>
    /// <remedy>Run the update if the certificate is a generated one. Otherwise issue a new one and give it to <c>source</c>, on Lync and Exchange
    /// with an <c>effectiveDate</c>: at least 48 hours ahead on Exchange and 24 on Lync, so that every partner reads the new key first. On SharePoint
    /// bind it in a maintenance window and run <c>pulumi up --refresh</c> after that. The function <c>planRollover</c> gives the times.
    /// <para>If nothing is done, partners refuse the server's tokens from the day on which the certificate ends, and Exchange loses more than the
    /// trust (PT2001).</para></remedy>
    public static Fault RenewalDue(SigningCertificate certificate, DateTimeOffset now, int renewBeforeDays, bool canStage) => new(
        "PT2025", "source",
        $"Certificate {certificate.Thumbprint} expires at {Utc(certificate.NotAfter)}, {Count((long)(certificate.NotAfter - now).TotalDays, "day")} from now.",
        $"more than {Count(renewBeforeDays, "day")} of validity left.",
        canStage
            ? "Stage a new certificate with an effectiveDate and let every partner read it."
            : "Bind a new certificate in a maintenance window, and let every partner read the document again right after that.")
    {
        IsWarning = true,
    };

    /// <summary>The certificate would have expired when it takes effect.</summary>
    /// <cause>An old certificate was given, or the <c>effectiveDate</c> lies further ahead than was meant: a wrong year, or day and month changed
    /// places.</cause>
    /// <remedy>Choose an earlier <c>effectiveDate</c>, written as in <c>2027-01-15T00:00:00Z</c>, or give another certificate.</remedy>
    public static Fault ExpiresBeforeEffect(SigningCertificate certificate, DateTimeOffset effective) => new(
        "PT2026", "effectiveDate",
        $"Certificate {certificate.Thumbprint} expires at {Utc(certificate.NotAfter)}, before it would take effect at {Utc(effective)}.",
        "a certificate that is still valid when it takes effect.",
        "Choose an earlier effectiveDate or another certificate.");

    /// <summary>A private key was given where only the public certificate belongs.</summary>
    /// <cause>The PEM text was made from a PFX and holds certificate and key. A partner's record needs the certificate alone.</cause>
    /// <remedy>Export the partner's certificate alone, as Base-64 encoded X.509 (.CER), and give that text, which has only the block
    /// <c>BEGIN CERTIFICATE</c>. If the text with the key was in a repository, a mail or a log, let the partner make a new key and bind a new
    /// certificate: whoever has the key can sign in its name.</remedy>
    public static Fault PrivateKeyUnwanted() => new(
        "PT2027", "certificate.certificatePem",
        "The text holds a private key.",
        "only the partner's public certificate.",
        "Remove the private key, and treat it as disclosed if it was kept in plain text.");

    /// <summary>The certificate expires soon and no successor is staged.</summary>
    /// <cause>The certificate that signs ends soon, and none waits to follow it.</cause>
    /// <seen><c>NextCertificateThumbprint</c> is empty:
    /// <code>Get-AuthConfig | Format-List CurrentCertificateThumbprint, NextCertificateThumbprint, NextCertificateEffectiveDate</code></seen>
    /// <remedy>Declare the next certificate in <c>source</c> of the CertificateBinding with an <c>effectiveDate</c>; the function <c>planRollover</c>
    /// gives the times, and lists the partners that must read it before. For a generated certificate, run the update: it stages the next one by
    /// itself.
    /// <para>If nothing is done, the certificate must later be replaced at once, and partners refuse the server until they have read the new
    /// key.</para></remedy>
    public static Fault NextNotStaged(string server, SigningCertificate current) => new(
        "PT2028", "effectiveDate",
        $"{server} has no certificate staged to follow {current.Thumbprint}, which expires at {Utc(current.NotAfter)}.",
        "a staged certificate, published before it is needed.",
        "Stage one with an effectiveDate; planRollover gives the times.")
    {
        IsWarning = true,
    };

    /// <summary>The previous certificate is kept, because a token that it signed may still be valid.</summary>
    /// <cause><c>retirePrevious</c> is set, and the switch to the new certificate was less than 12 hours ago on Lync, or 24 on Exchange. A token that
    /// the old certificate signed may still be valid. Where it is not known when the switch was, the end of the old certificate counts.
    /// <para>The update goes on without retiring the certificate, and warns of it.</para></cause>
    /// <seen>The old one is <c>PreviousCertificateThumbprint</c> in <c>Get-AuthConfig</c>, and <c>PreviousThumbprint</c> in
    /// <c>Get-CsCertificate -Type OAuthTokenIssuer -Identity global</c>.</seen>
    /// <remedy>Nothing needs to be changed: the first update after the time in the message takes it away.
    /// <code>pulumi up</code></remedy>
    public static Fault StillInUse(string server, SigningCertificate previous, DateTimeOffset? replacedAt, DateTimeOffset safeFrom) => new(
        "PT2029", "retirePrevious",
        replacedAt is { } since
            ? $"Certificate {previous.Thumbprint} signed for {server} until {Utc(since)}."
            : $"Certificate {previous.Thumbprint} signed for {server}; it is not known until when.",
        $"a time after {Utc(safeFrom)}, when the last token that it signed has expired.",
        "Nothing needs to be changed: run the update again after that time.");
}
