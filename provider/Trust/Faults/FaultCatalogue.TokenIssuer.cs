using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The receiver knows no such token issuer.</summary>
    public static Fault IssuerUnknown(string receiver, string issuer, string? nearMiss) => Refusal(
        "PT5020",
        $"{receiver} knows no token issuer {Quote(issuer)}.",
        nearMiss is null
            ? "a partner application or authorization server with exactly this issuer."
            : $"exactly {Quote(nearMiss)}, which is registered; letters and realm must be the same.",
        nearMiss is null
            ? "the caller was never registered there, or its record was removed."
            : "the caller's realm changed after it was registered.",
        $"Register the caller as a partner application of {receiver}.");

    /// <summary>A partner issued a token in another application's name.</summary>
    public static Fault IssuerSpeaksForAnother(string issuer, string nameId) => Refusal(
        "PT5021",
        $"{Quote(issuer)} issued an actor token for {Quote(nameId)}.",
        "its own principal in \"nameid\": a partner that issues by itself speaks for itself.",
        "a misconfigured caller, or an attempt to borrow another partner's rights.",
        "Have the token issued in the caller's own name, or through an authorization server.");

    /// <summary>The application that a token server vouches for is not registered.</summary>
    public static Fault ApplicationUnknown(string receiver, string nameId) => Refusal(
        "PT5022",
        $"{receiver} has no partner application {Quote(nameId)} behind an authorization server.",
        "a partner application with source authorizationServer and this identifier and realm.",
        "the application was registered with another source, or never.",
        "Register it with the source authorizationServer.");

    /// <summary>The partner application is disabled.</summary>
    public static Fault PartnerDisabled(string receiver, string name) => Refusal(
        "PT5023",
        $"The partner application {Quote(name)} of {receiver} is disabled.",
        "an enabled record.",
        "someone switched it off, or a migration left it so.",
        "Set enabled to true.");

    /// <summary>The token does not say which key signed it.</summary>
    public static Fault KeyNotNamed(string? x5t) => Refusal(
        "PT5024",
        x5t is null ? "The actor token has no \"x5t\"." : $"The actor token's \"x5t\" is {Quote(x5t)}.",
        "27 characters of base64url: the SHA-1 of the signing certificate.",
        "an issuer that is none of the products.",
        "Have the token issued anew by the product.");

    /// <summary>The token is signed with a key that the receiver does not trust.</summary>
    public static Fault KeyNotTrusted(string receiver, string issuer, Thumbprint found, IReadOnlyCollection<SigningCertificate> trusted) => Refusal(
        "PT5025",
        $"The token of {Quote(issuer)} is signed with the key {Key(found)}.",
        trusted.Count == 0
            ? $"a key that {receiver} trusts; it has none of this partner."
            : $"a key that {receiver} trusts: {Keys(trusted.Take(4))}.",
        "the caller rolled its certificate and the receiver still holds the old key, or the wrong server signs.",
        $"Run \"pulumi up --refresh\": the record at {receiver} copies the caller's keys again. Or bind the trusted certificate again.");

    /// <summary>The certificate of the trusted key is outside its validity.</summary>
    public static Fault TrustedKeyNotValid(SigningCertificate key, DateTimeOffset at) => Refusal(
        "PT5026",
        $"The certificate of the key {Key(key.Thumbprint)} is valid from {Utc(key.NotBefore)} to {Utc(key.NotAfter)}; it is {Utc(at)}.",
        "a certificate that is valid at the time of the call.",
        "the certificate expired without having been rolled over in time.",
        "Bind a renewed certificate at the caller, then run \"pulumi up --refresh\": the record at the receiver copies the caller's keys again.");

    /// <summary>The trusted key can't check an RS256 signature.</summary>
    public static Fault TrustedKeyUnusable(SigningCertificate key) => Refusal(
        "PT5027",
        $"The key {Key(key.Thumbprint)} is of {Quote(key.KeyAlgorithm)} with {Count(key.KeySize, "bit")}.",
        "an RSA key of at least 2048 bits.",
        "a weak or foreign certificate was registered by hand.",
        "Register the partner with a usable certificate.");

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
        $"{subject} is valid from {Utc(notBefore)}; it is {Utc(at)}.",
        $"a time of issue not more than {Number((long)skew.TotalSeconds)} s ahead.",
        "the clocks of caller and receiver differ.",
        "Synchronise both servers with the same time source.");

    /// <summary>A token is used after its time.</summary>
    public static Fault TokenExpired(string subject, DateTimeOffset expires, DateTimeOffset at, TimeSpan skew) => Refusal(
        "PT5031",
        $"{subject} expired at {Utc(expires)}; it is {Utc(at)}.",
        $"a token that expired not more than {Number((long)skew.TotalSeconds)} s ago.",
        "an old token was kept too long, or the clocks differ.",
        "Have a new token issued; synchronise the clocks.");

    /// <summary>A token expires before it becomes valid.</summary>
    public static Fault TokenLifetimeReversed(string subject, DateTimeOffset notBefore, DateTimeOffset expires) => Refusal(
        "PT5032",
        $"{subject} is valid from {Utc(notBefore)} to {Utc(expires)}.",
        "an expiry after the start.",
        "an issuer that is none of the products.",
        "Have the token issued anew by the product.");
}
