using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The receiver does not know the token issuer.</summary>
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
    public static Fault IssuerSpeaksForAnother(string issuer, string nameId) => Refusal(
        "PT5021",
        $"{Quote(issuer)} issued an actor token for {Quote(nameId)}.",
        "its own principal in \"nameid\": a partner that issues its own tokens speaks only for itself.",
        "the caller is misconfigured, or somebody tries to use another partner's rights.",
        "Have the token issued in the caller's own name, or through an authorization server.");

    /// <summary>The application that an authorization server vouches for is not registered.</summary>
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
    public static Fault PartnerDisabled(string receiver, string name) => Refusal(
        "PT5023",
        $"The partner application {Quote(name)} of {receiver} is disabled.",
        "an enabled record.",
        "somebody disabled it, or a migration left it disabled.",
        "Set enabled to true.");

    /// <summary>The token does not say which key signed it.</summary>
    public static Fault KeyNotNamed(string? x5t) => Refusal(
        "PT5024",
        x5t is null ? "The actor token has no \"x5t\"." : $"The actor token's \"x5t\" is {Quote(x5t)}.",
        "27 characters of base64url: the SHA-1 of the signing certificate.",
        "the issuer is not one of the products.",
        "Have the product issue a new token.");

    /// <summary>The token is signed with a key that the receiver does not trust.</summary>
    /// <cause>The caller's certificate was renewed, and the receiver still holds the key of the old one: it keeps a copy, taken when the partner
    /// application was written or last refreshed. Or another server than the registered one signs.</cause>
    /// <seen>The receiver answers 401 with the header <c>x-ms-diagnostics: 2000000;reason="The token has an invalid
    /// signature.";error_category="invalid_signature"</c>. On Exchange the keys that it holds are shown by
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, CertificateStrings</code></seen>
    /// <remedy><list type="number">
    /// <item>Let the record copy the caller's keys again:
    /// <code>pulumi up --refresh</code></item>
    /// <item>Where no stack manages the record, refresh it on Exchange by hand:
    /// <code>Set-PartnerApplication -Identity "&lt;name&gt;" -RefreshAuthMetadata</code></item>
    /// <item>If the new certificate was not meant to sign, bind the trusted one again.</item>
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
    public static Fault TrustedKeyExpired(SigningCertificate key, DateTimeOffset at) => Refusal(
        "PT5026",
        $"The certificate of the key {Key(key.Thumbprint)} expired at {Utc(key.NotAfter)}; the call is made at {Utc(at)}.",
        "a certificate that is valid at the time of the call.",
        "the certificate was not rolled over before it expired.",
        "Bind a renewed certificate at the caller, then run \"pulumi up --refresh\": the record at the receiver copies the caller's keys again.");

    /// <summary>The certificate of the trusted key is not valid yet.</summary>
    public static Fault TrustedKeyNotYetValid(SigningCertificate key, DateTimeOffset at) => Refusal(
        "PT5033",
        $"The certificate of the key {Key(key.Thumbprint)} is valid only from {Utc(key.NotBefore)}; the call is made at {Utc(at)}.",
        "a certificate that is valid at the time of the call.",
        "the receiver's clock is behind, or the certificate was issued for later.",
        "Compare the clocks of both servers with one time source; if they agree, let the caller sign with its old certificate until then.");

    /// <summary>The trusted key can't check an RS256 signature.</summary>
    public static Fault TrustedKeyUnusable(SigningCertificate key) => Refusal(
        "PT5027",
        $"The key {Key(key.Thumbprint)} has the algorithm {Quote(key.KeyAlgorithm)} and {Count(key.KeySize, "bit")}.",
        "an RSA key of at least 2048 bits.",
        "a weak or unsuitable certificate was registered by hand.",
        "Bind a certificate with a usable key at the caller, then register the partner with that one.");

    /// <summary>The signature is not that of the named key.</summary>
    public static Fault SignatureInvalid(Thumbprint key) => Refusal(
        "PT5028",
        $"The signature is not that of the key {Key(key)}.",
        "a signature over exactly this header and these claims.",
        "the token was changed on its way, or forged.",
        "Send the token exactly as it was issued.");

    /// <summary>A token is used before its time.</summary>
    public static Fault TokenNotYetValid(string subject, DateTimeOffset notBefore, DateTimeOffset at, TimeSpan skew) => Refusal(
        "PT5030",
        $"{subject} is valid from {Utc(notBefore)}; it is used at {Utc(at)}.",
        $"a token that becomes valid at most {Number((long)skew.TotalSeconds)} s after its use.",
        "the clocks of caller and receiver differ.",
        "Synchronise both servers with the same time source.");

    /// <summary>A token is used after its time.</summary>
    public static Fault TokenExpired(string subject, DateTimeOffset expires, DateTimeOffset at, TimeSpan skew) => Refusal(
        "PT5031",
        $"{subject} expired at {Utc(expires)}; it is used at {Utc(at)}.",
        $"a token that expired at most {Number((long)skew.TotalSeconds)} s before its use.",
        "an old token was kept too long, or the clocks of caller and receiver differ.",
        "Have a new token issued; synchronise both servers with the same time source.");

    /// <summary>A token expires before it becomes valid.</summary>
    public static Fault TokenLifetimeReversed(string subject, DateTimeOffset notBefore, DateTimeOffset expires) => Refusal(
        "PT5032",
        $"{subject} is valid from {Utc(notBefore)} to {Utc(expires)}.",
        "an end after the beginning.",
        "the issuer is not one of the products.",
        "Have the product issue a new token.");
}
