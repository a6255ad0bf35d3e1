using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The receiver does not know the token issuer.</summary>
    /// <cause>The called server has no record of the caller. It was never registered there, somebody removed the record, or a clean-up for Teams
    /// removed every partner application with the identifier <c>00000004-0000-0ff1-ce00-000000000000</c>, which on-premises Lync shares with the old
    /// online service. Or the caller's realm was changed after it was registered: issuers are compared letter by letter, realm included. An
    /// authorization server says the same of a caller that is not registered with it.</cause>
    /// <seen>The called server lists the issuers that it takes in the <c>trusted_issuers</c> of its challenge (header
    /// <c>WWW-Authenticate: Bearer</c>), and the caller's is not among them. On Exchange, and on Lync with the caller's realm:
    /// <code>Get-PartnerApplication | Format-List Name, Enabled, ApplicationIdentifier, Realm, AuthMetadataUrl</code>
    /// <code>Get-CsPartnerApplication; Get-CsOAuthConfiguration</code></seen>
    /// <remedy>Declare a PartnerApplication with the caller's <c>authMetadataUrl</c> on the called server, or a TwoWayTrust, which declares both
    /// directions. Where the stack has the record and the server lost it, this makes it again:
    /// <code>pulumi up --refresh</code>
    /// <para>Where a record with another realm is there, give both one realm first: <c>realm</c> of the OAuthConfiguration is what Lync writes into
    /// its tokens. The next update then replaces the record.</para></remedy>
    public static Fault IssuerUnknown(string receiver, string issuer, string? nearMiss) => Refusal(
        "PT5020",
        $"{receiver} does not know the token issuer {Quote(issuer)}.",
        nearMiss is null
            ? "a partner application or authorization server with exactly this issuer."
            : $"exactly {Quote(nearMiss)}, which is registered; upper and lower case matter, and so does the realm.",
        nearMiss is null
            ? "the caller was never registered there, or its record was removed."
            : "the caller's realm or identifier changed after it was registered, or the record is about another one.",
        nearMiss is null
            ? $"Register the caller as a partner application of {receiver}."
            : $"Give caller and record one realm, then register the caller again as a partner application of {receiver}.");

    /// <summary>A partner issued a token in the name of another application.</summary>
    /// <cause>A program that makes its own tokens writes another application into <c>nameid</c> than into <c>iss</c>. Or one partner tries to use the
    /// rights of another. On SharePoint, the issuer is one that may speak for others, but <c>isTrustBroker</c> of its record is false.</cause>
    /// <seen>On SharePoint, <c>IsSelfIssuer</c> is the opposite of being a trust broker:
    /// <code>Get-SPTrustedSecurityTokenIssuer | Format-List Name, RegisteredIssuerName, IsSelfIssuer</code></seen>
    /// <remedy>Give <c>iss</c> and <c>nameid</c> of the actor token the same value, the caller's own application and realm.
    /// <para>If one issuer is meant to vouch for others, register it on Lync or Exchange as an AuthorizationServer, and each application as a
    /// PartnerApplication with <c>authorizationServer</c>. On SharePoint set <c>isTrustBroker</c> to true, which is its default.</para></remedy>
    public static Fault IssuerSpeaksForAnother(string issuer, string nameId) => Refusal(
        "PT5021",
        $"{Quote(issuer)} issued an actor token for {Quote(nameId)}.",
        "its own principal in \"nameid\": a partner that issues its own tokens speaks only for itself.",
        "the caller is misconfigured, or somebody tries to use another partner's rights.",
        "Have the token issued in the caller's own name, or through an authorization server.");

    /// <summary>The application that an authorization server vouches for is not registered.</summary>
    /// <cause>The receiver trusts the authorization server that issued the token, but has no record of the application for which it was issued. The
    /// application was registered by its own document instead, was registered with another realm, or was removed. SharePoint and token servers keep
    /// no applications behind an authorization server at all.</cause>
    /// <seen>On Exchange, an application behind an authorization server shows <c>UseAuthServer</c> true and no <c>AuthMetadataUrl</c>:
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, Realm, UseAuthServer, AuthMetadataUrl</code>
    /// <para>On Lync, <c>AuthToken</c> in the output of <c>Get-CsPartnerApplication</c> tells the source of each record.</para></seen>
    /// <remedy>On Lync and Exchange, declare a PartnerApplication with <c>authorizationServer</c>: its <c>applicationIdentifier</c> in lower case,
    /// and its <c>realm</c>. On Exchange a record without a realm takes the application of any realm.
    /// <para>Elsewhere, register the application by its <c>authMetadataUrl</c>, and let it sign its own tokens.</para></remedy>
    /// <param name="receiver">Who was called.</param>
    /// <param name="nameId">The application.</param>
    /// <param name="isTakenThere">Whether the receiver's product can keep applications behind an authorization server.</param>
    public static Fault ApplicationUnknown(string receiver, string nameId, bool isTakenThere) => Refusal(
        "PT5022",
        $"{receiver} has no partner application {Quote(nameId)} behind an authorization server.",
        isTakenThere
            ? "a partner application with the source authorizationServer, and with this identifier and realm."
            : "a partner application that issues its own tokens: the product keeps none behind an authorization server.",
        "the application was registered with another source, or never.",
        isTakenThere
            ? "Register it with the source authorizationServer."
            : "Register it by its authMetadataUrl, so that it calls with tokens of its own.");

    /// <summary>The partner application is disabled.</summary>
    /// <cause>Somebody switched the record off, for a migration or while looking for a fault, and nobody switched it on again. Or the program says
    /// <c>enabled: false</c>.</cause>
    /// <seen><c>Enabled</c> is False:
    /// <code>Get-PartnerApplication | Format-List Name, Enabled</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, Enabled</code></seen>
    /// <remedy>Set <c>enabled</c> to true, or leave it out, and let the update look at the server first:
    /// <code>pulumi up --refresh</code>
    /// <para>Where no stack manages the record, on Exchange or on Lync:</para>
    /// <code>Set-PartnerApplication -Identity "&lt;name&gt;" -Enabled $true</code>
    /// <code>Set-CsPartnerApplication -Identity "&lt;name&gt;" -Enabled $true</code></remedy>
    public static Fault PartnerDisabled(string receiver, string name) => Refusal(
        "PT5023",
        $"The partner application {Quote(name)} of {receiver} is disabled.",
        "an enabled record.",
        "somebody disabled it, or a migration left it disabled.",
        "Set enabled to true.");

    /// <summary>The token does not say which key signed it.</summary>
    /// <cause>A program made the token with a library that names the key in another way: by <c>kid</c> or <c>x5t#S256</c>, or with the thumbprint as
    /// 40 hexadecimal digits. The products find the key by <c>x5t</c> alone.</cause>
    /// <remedy>Let the product issue the token. If the program is yours, write <c>x5t</c> into the header: base64url without padding of the SHA-1 of
    /// the signing certificate, always 27 characters. It is the thumbprint that Windows shows, in another notation.</remedy>
    public static Fault KeyNotNamed(string? x5t) => Refusal(
        "PT5024",
        x5t is null ? "The actor token has no \"x5t\"." : $"The actor token's \"x5t\" is {Quote(x5t)}.",
        "27 characters of base64url: the SHA-1 of the signing certificate.",
        "the issuer is not one of the products.",
        "Have the product issue a new token.");

    /// <summary>The token is signed with a key that the receiver does not trust.</summary>
    /// <cause>The caller's certificate was renewed, and the receiver still holds the key of the old one: it keeps a copy, taken when the partner
    /// application was written or last refreshed. Or a machine of the caller's pool signs with another certificate than the rest, or another server
    /// than the registered one calls.</cause>
    /// <seen>Exchange answers 401 with the header
    /// <c>x-ms-diagnostics: 2000000;reason="The token has an invalid signature.";error_category="invalid_signature"</c>. The keys that it holds are
    /// shown by
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, CertificateStrings</code>
    /// <para>Whether Lync shows the keys of its records is unconfirmed.</para></seen>
    /// <remedy><list type="number">
    /// <item>Let the record copy the caller's keys again. Pass the <c>fingerprint</c> of the caller's AuthMetadataEndpoint as <c>refreshTrigger</c>,
    /// so that each update does it by itself.
    /// <code>pulumi up --refresh</code></item>
    /// <item>Where no stack manages the record, do it by hand, on Exchange or on Lync:
    /// <code>Set-PartnerApplication -Identity "&lt;name&gt;" -RefreshAuthMetadata</code>
    /// <code>Set-CsPartnerApplication -Identity "&lt;name&gt;" -MetadataUrl "&lt;the same URL&gt;"</code></item>
    /// <item>If the new certificate was not meant to sign, bind the trusted one again.</item>
    /// <item>If Exchange still refuses, its worker processes may hold the old keys: run <c>iisreset</c> on it, which interrupts its clients.</item>
    /// </list></remedy>
    /// <sign>2000000</sign>
    /// <sign>error_category="invalid_signature"</sign>
    /// <sign>The token has an invalid signature.</sign>
    public static Fault KeyNotTrusted(string receiver, string issuer, Thumbprint found, IReadOnlyCollection<SigningCertificate> trusted) => Refusal(
        "PT5025",
        $"The token of {Quote(issuer)} is signed with the key {Key(found)}.",
        trusted.Count == 0
            ? $"a key that {receiver} trusts; it trusts none of this partner."
            : $"a key that {receiver} trusts: {Keys(trusted.Take(4))}.",
        "the caller rolled its certificate and the receiver still holds the old key, or the wrong server signs.",
        $"Run \"pulumi up --refresh\": the record at {receiver} copies the caller's keys again. Or bind the trusted certificate again.");

    /// <summary>The certificate of the trusted key has expired.</summary>
    /// <cause>Nobody renewed the caller's certificate, and it ended. Or the receiver's clock is ahead.</cause>
    /// <seen>The caller's certificate and its end are shown on Lync, and on Exchange, by
    /// <code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global</code>
    /// <code>(Get-AuthConfig).CurrentCertificateThumbprint | Get-ExchangeCertificate | Format-List Thumbprint, NotAfter</code></seen>
    /// <remedy><list type="number">
    /// <item>Give the caller's CertificateBinding another certificate as its <c>source</c>. One that is generated is renewed by the update
    /// itself.</item>
    /// <item>Let the receiver copy the new key:
    /// <code>pulumi up --refresh</code></item>
    /// </list></remedy>
    public static Fault TrustedKeyExpired(SigningCertificate key, DateTimeOffset at) => Refusal(
        "PT5026",
        $"The certificate of the key {Key(key.Thumbprint)} expired at {Utc(key.NotAfter)}; the call is made at {Utc(at)}.",
        "a certificate that is valid at the time of the call.",
        "the certificate was not rolled over before it expired.",
        "Bind a renewed certificate at the caller, then run \"pulumi up --refresh\": the record at the receiver copies the caller's keys again.");

    /// <summary>The certificate of the trusted key is not valid yet.</summary>
    /// <cause>The receiver's clock is behind the time at which the certificate begins. Or the certificate was issued for a later date, and was bound
    /// at once instead of being staged.</cause>
    /// <seen>The time of a machine, and its difference to another one, are shown by
    /// <code>w32tm /query /status</code>
    /// <code>w32tm /stripchart /computer:&lt;other server&gt; /samples:3 /dataonly</code></seen>
    /// <remedy><list type="number">
    /// <item>Compare the clocks of both servers, and repair the time source where they differ.</item>
    /// <item>If they agree, bind the old certificate again, and declare the new one with an <c>effectiveDate</c> inside its validity. SharePoint
    /// cannot stage: there, bind the new one when it has begun.</item>
    /// </list></remedy>
    public static Fault TrustedKeyNotYetValid(SigningCertificate key, DateTimeOffset at) => Refusal(
        "PT5033",
        $"The certificate of the key {Key(key.Thumbprint)} is valid only from {Utc(key.NotBefore)}; the call is made at {Utc(at)}.",
        "a certificate that is valid at the time of the call.",
        "the receiver's clock is behind, or the certificate was issued for later.",
        "Compare the clocks of both servers with one time source; if they agree, let the caller sign with its old certificate until then.");

    /// <summary>The trusted key can't check an RS256 signature.</summary>
    /// <cause>Somebody registered a certificate on the server by hand whose key is an RSA key of less than 2048 bits, or none of RSA. This package
    /// refuses to register such keys (PT2003, PT2004, PT3023), so that the record is older than the stack, or was changed beside it.</cause>
    /// <remedy>Issue the caller a certificate with an RSA key of 2048 bits or more and bind it there. Where the record was given a certificate, put
    /// the new one into <c>certificate.certificatePem</c>. Then:
    /// <code>pulumi up --refresh</code></remedy>
    public static Fault TrustedKeyUnusable(SigningCertificate key) => Refusal(
        "PT5027",
        $"The key {Key(key.Thumbprint)} has the algorithm {Quote(key.KeyAlgorithm)} and {Count(key.KeySize, "bit")}.",
        "an RSA key of at least 2048 bits.",
        "a weak or unsuitable certificate was registered by hand.",
        "Bind a certificate with a usable key at the caller, then register the partner with that one.");

    /// <summary>The signature is not that of the named key.</summary>
    /// <cause>The token was changed after it was signed: by a program that edits claims, or by a device on the way. Or the program signs with another
    /// private key than that of the certificate which it names in <c>x5t</c>. Or the token is forged.</cause>
    /// <seen>Exchange answers 401 with
    /// <c>x-ms-diagnostics: 2000000;reason="The token has an invalid signature.";error_category="invalid_signature"</c>, as it does for a key that it
    /// does not trust (PT5025).</seen>
    /// <remedy>Send the token byte by byte as it was issued. A program of your own signs header and claims as they are sent, in base64url with the
    /// dot between them, by RSA with SHA-256. If nothing of yours changes tokens, look for whoever sent this one.</remedy>
    /// <sign>2000000</sign>
    /// <sign>error_category="invalid_signature"</sign>
    /// <sign>The token has an invalid signature.</sign>
    public static Fault SignatureInvalid(Thumbprint key) => Refusal(
        "PT5028",
        $"The signature is not that of the key {Key(key)}.",
        "a signature over exactly this header and these claims.",
        "the token was changed on its way, or forged.",
        "Send the token exactly as it was issued.");

    /// <summary>A token is used before its time.</summary>
    /// <cause>The caller's clock is ahead, or the receiver's is behind: a virtual machine was resumed or restored and not yet synchronised, or a host
    /// follows another time source than the domain. A difference of five minutes is let pass here; which difference the products let pass is not
    /// documented.</cause>
    /// <seen>Calls are refused right after their tokens were issued. The time of a machine, and its difference to another one, are shown by
    /// <code>w32tm /query /status</code>
    /// <code>w32tm /stripchart /computer:&lt;other server&gt; /samples:3 /dataonly</code></seen>
    /// <remedy>Let both servers follow the same time source, then call again with a new token. On a virtual machine, let either the host or the
    /// domain set the clock, and not both.</remedy>
    public static Fault TokenNotYetValid(string subject, DateTimeOffset notBefore, DateTimeOffset at, TimeSpan skew) => Refusal(
        "PT5030",
        $"{subject} is valid from {Utc(notBefore)}; it is used at {Utc(at)}.",
        $"a token that becomes valid at most {Number((long)skew.TotalSeconds)} s after its use.",
        "the clocks of caller and receiver differ.",
        "Synchronise both servers with the same time source.");

    /// <summary>A token is used after its time.</summary>
    /// <cause>A program kept the token beyond its end and sent it again, or a test replays one that was recorded. Products issue tokens for hours
    /// only: 8 or 12 in their documents. If the token is new, the receiver's clock is ahead or the caller's behind.</cause>
    /// <seen>Whether it is the clocks, this shows when run on one of the two:
    /// <code>w32tm /stripchart /computer:&lt;other server&gt; /samples:3 /dataonly</code></seen>
    /// <remedy>Get a new token for the call. If it is refused as well, let both servers follow the same time source.</remedy>
    public static Fault TokenExpired(string subject, DateTimeOffset expires, DateTimeOffset at, TimeSpan skew) => Refusal(
        "PT5031",
        $"{subject} expired at {Utc(expires)}; it is used at {Utc(at)}.",
        $"a token that expired at most {Number((long)skew.TotalSeconds)} s before its use.",
        "an old token was kept too long, or the clocks of caller and receiver differ.",
        "Have a new token issued; synchronise both servers with the same time source.");

    /// <summary>A token expires before it becomes valid.</summary>
    /// <cause>A program computes the times of its tokens wrongly: <c>nbf</c> and <c>exp</c> are swapped or equal, or one is in local time and the
    /// other in UTC.</cause>
    /// <remedy>Let the product issue the token. A program of your own writes both as Unix seconds in UTC, with <c>exp</c> some hours after
    /// <c>nbf</c>.</remedy>
    public static Fault TokenLifetimeReversed(string subject, DateTimeOffset notBefore, DateTimeOffset expires) => Refusal(
        "PT5032",
        $"{subject} is valid from {Utc(notBefore)} to {Utc(expires)}.",
        "an end after the beginning.",
        "the issuer is not one of the products.",
        "Have the product issue a new token.");
}
