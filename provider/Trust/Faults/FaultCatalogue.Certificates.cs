using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The certificate has expired.</summary>
    public static Fault CertificateExpired(SigningCertificate certificate, DateTimeOffset now) => new(
        "PT2001", "source",
        $"Certificate {certificate.Thumbprint} expired at {Utc(certificate.NotAfter)}; it is now {Utc(now)}.",
        "a certificate that is valid now.",
        "Bind a renewed certificate.");

    /// <summary>The certificate is not valid yet.</summary>
    public static Fault CertificateNotYetValid(SigningCertificate certificate, DateTimeOffset when) => new(
        "PT2002", "source",
        $"Certificate {certificate.Thumbprint} is valid only from {Utc(certificate.NotBefore)}, but would sign from {Utc(when)}.",
        "a certificate that is valid when it begins to sign.",
        "Set effectiveDate to a time inside its validity, or bind another certificate.");

    /// <summary>The certificate's RSA key is smaller than 2048 bits.</summary>
    public static Fault KeyTooSmall(int keySize) => new(
        "PT2003", "source",
        $"The key has {Count(keySize, "bit")}.",
        "an RSA key of at least 2048 bits.",
        "Issue a certificate with a larger key.");

    /// <summary>The certificate's key is not RSA, so no product can sign tokens with it.</summary>
    public static Fault KeyNotRsa(string algorithm) => new(
        "PT2004", "source",
        $"The key algorithm is {Quote(algorithm)}.",
        "RSA: tokens are signed with RS256.",
        "Issue a certificate with an RSA key.");

    /// <summary>The certificate came without its private key.</summary>
    public static Fault PrivateKeyMissing(Thumbprint thumbprint) => new(
        "PT2005", "source",
        $"Certificate {thumbprint} has no private key here.",
        "a certificate together with its private key.",
        "Export it as PFX with the private key, or append the private key to the PEM text.");

    /// <summary>The private key cannot be exported, so the certificate cannot be put on the other servers of the pool.</summary>
    public static Fault PrivateKeyNotExportable(Thumbprint thumbprint, string server) => new(
        "PT2006", "source",
        $"The private key of certificate {thumbprint} on {server} is marked as not exportable.",
        "an exportable key: every server of the deployment must sign with the same certificate.",
        "Issue the certificate again with an exportable private key.");

    /// <summary>The content is neither a readable PFX nor PEM text with a certificate.</summary>
    public static Fault CertificateUnreadable(int length, string reason = "", string remedy = "Export the certificate again.") => new(
        "PT2007", "source",
        $"The content ({Count(length, "byte")}) holds no readable certificate{(reason.Length == 0 ? "" : $": {reason}")}.",
        "a PFX (PKCS#12) file, or PEM text with a certificate and its private key.",
        remedy);

    /// <summary>The password does not open the PFX file or the encrypted private key.</summary>
    public static Fault PasswordWrong() => new(
        "PT2008", "source.pfxPassword",
        "The password does not open the certificate's private key.",
        "the password with which it was exported.",
        "Correct the password; it is case-sensitive.");

    /// <summary>The PFX file or private key is encrypted and no password was given.</summary>
    public static Fault PasswordMissing() => new(
        "PT2009", "source.pfxPassword",
        "The certificate's private key is protected by a password, and none was given.",
        "the password with which it was exported.",
        "Set the password as a secret.");

    /// <summary>The content holds several certificates with private keys.</summary>
    public static Fault SeveralCertificates(int count) => new(
        "PT2010", "source",
        $"The content holds {Count(count, "certificate with a private key", "certificates with private keys")}.",
        "exactly one.",
        "Export the one certificate that is meant.");

    /// <summary>The private key belongs to none of the certificates beside it.</summary>
    public static Fault PrivateKeyMismatch() => new(
        "PT2011", "source",
        "The private key belongs to none of the certificates beside it.",
        "the private key of the certificate.",
        "Put the matching certificate and private key together.");

    /// <summary>The subject is not a distinguished name.</summary>
    public static Fault SubjectInvalid(string? subject) => new(
        "PT2012", "source.generate.subject",
        $"The subject is {Quote(subject)}.",
        "a distinguished name such as \"CN=litwareinc.com\".",
        "Write the subject with its attribute names.");

    /// <summary>The new certificate takes effect sooner than the product's lead time allows partners to learn of it.</summary>
    public static Fault LeadTimeShort(ServerProduct product, DateTimeOffset effective, DateTimeOffset now, TimeSpan lead) => new(
        "PT2013", "effectiveDate",
        $"The certificate takes effect at {Utc(effective)}, {Count((long)(effective - now).TotalHours, "hour")} after {Utc(now)}.",
        $"at least {Count((long)lead.TotalHours, "hour")} ahead on {product}, so that every partner reads the new key first.",
        "Choose a later effectiveDate, or refresh every partner at once.")
    {
        IsWarning = true,
    };

    /// <summary>The new certificate takes effect so late that the old one expires before overlapping long enough.</summary>
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
    public static Fault SigningGap(DateTimeOffset effective, SigningCertificate current) => new(
        "PT2015", "effectiveDate",
        $"The current certificate expires at {Utc(current.NotAfter)}, before the new one takes effect at {Utc(effective)}.",
        "an effective date before the current certificate expires.",
        "Choose an earlier effectiveDate, or leave it out to replace the certificate at once.");

    /// <summary>The product has no documented staging of a next certificate.</summary>
    public static Fault StagingUnsupported(ServerProduct product) => new(
        "PT2016", "effectiveDate",
        $"An effective date in the future is set on a server of product {product}.",
        "no effective date: the product documents no overlap of two signing certificates.",
        "Leave effectiveDate out, and change the certificate in a maintenance window.");

    /// <summary>Nothing is bound now, so nothing signs until the staged certificate takes effect.</summary>
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
    public static Fault SubjectLacksRealm(SigningCertificate certificate, string realm) => new(
        "PT2018", "source",
        $"Subject {Quote(certificate.Subject)} and the alternative names do not contain {Quote(realm)}.",
        "a certificate whose subject contains the SIP domain.",
        "Issue the certificate for the SIP domain; further SIP domains go into the alternative names.")
    {
        IsWarning = true,
    };

    /// <summary>The certificate is missing on a server of the deployment.</summary>
    public static Fault MissingOnServer(Thumbprint thumbprint, string server) => new(
        "PT2019", "server",
        $"Certificate {thumbprint} is not in the store of {server}.",
        "the same certificate, with its private key, on every server of the deployment.",
        $"Export it with its private key from a server that has it, and import it on {server}.");

    /// <summary>The key is kept by a CNG provider, with which Exchange cannot sign tokens.</summary>
    public static Fault KeyProviderUnsupported(Thumbprint thumbprint, string provider) => new(
        "PT2020", "source",
        $"The key of certificate {thumbprint} is kept by {Quote(provider)}.",
        "a key of a legacy RSA cryptographic service provider.",
        "Import the certificate again with the provider \"Microsoft RSA SChannel Cryptographic Provider\" (certutil -csp); for a PFX, export it from there.");

    /// <summary>There is no staged certificate to publish.</summary>
    public static Fault NothingStaged(string server) => new(
        "PT2021", "server",
        $"No next certificate is staged on {server}.",
        "a staged certificate.",
        "Stage one with an effectiveDate, or bind it at once.");

    /// <summary>The key size asked for cannot be generated.</summary>
    public static Fault KeySizeUnsupported(int keySize) => new(
        "PT2022", "source.generate.keySize",
        $"The key size is {Number(keySize)}.",
        "2048, 3072 or 4096 bits.",
        "Choose one of these.");

    /// <summary>The validity asked for is out of range.</summary>
    public static Fault ValidityOutOfRange(int validityDays) => new(
        "PT2023", "source.generate.validityDays",
        $"The validity is {Count(validityDays, "day")}.",
        "between 1 and 3650 days.",
        "Choose a validity in that range; Exchange's own default is 1825.");

    /// <summary>The thumbprint is not 40 hexadecimal digits.</summary>
    public static Fault ThumbprintInvalid(string? text) => new(
        "PT2024", "source.thumbprint",
        $"The thumbprint is {Quote(text)}.",
        "40 hexadecimal digits.",
        "Copy the thumbprint from the certificate again.");

    /// <summary>The certificate is inside its renewal period.</summary>
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
    public static Fault ExpiresBeforeEffect(SigningCertificate certificate, DateTimeOffset effective) => new(
        "PT2026", "effectiveDate",
        $"Certificate {certificate.Thumbprint} expires at {Utc(certificate.NotAfter)}, before it would take effect at {Utc(effective)}.",
        "a certificate that is still valid when it takes effect.",
        "Choose an earlier effectiveDate or another certificate.");

    /// <summary>A private key was given where only the public certificate belongs.</summary>
    public static Fault PrivateKeyUnwanted() => new(
        "PT2027", "certificate.certificatePem",
        "The text holds a private key.",
        "only the partner's public certificate.",
        "Remove the private key, and treat it as disclosed if it was kept in plain text.");

    /// <summary>The certificate expires soon and no successor is staged.</summary>
    public static Fault NextNotStaged(string server, SigningCertificate current) => new(
        "PT2028", "effectiveDate",
        $"{server} has no certificate staged to follow {current.Thumbprint}, which expires at {Utc(current.NotAfter)}.",
        "a staged certificate, published before it is needed.",
        "Stage one with an effectiveDate; planRollover gives the times.")
    {
        IsWarning = true,
    };

    /// <summary>The previous certificate is kept, because a token that it signed may still be valid.</summary>
    public static Fault StillInUse(string server, SigningCertificate previous, DateTimeOffset? replacedAt, DateTimeOffset safeFrom) => new(
        "PT2029", "retirePrevious",
        replacedAt is { } since
            ? $"Certificate {previous.Thumbprint} signed for {server} until {Utc(since)}."
            : $"Certificate {previous.Thumbprint} signed for {server}; it is not known until when.",
        $"a time after {Utc(safeFrom)}, when the last token that it signed has expired.",
        "Nothing needs to be changed: run the update again after that time.");
}
