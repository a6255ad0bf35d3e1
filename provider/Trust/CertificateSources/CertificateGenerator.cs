using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Keys;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Trust.CertificateSources;

/// <summary>Makes self-signed token-signing certificates, the norm among the products (domain.md 2.1).</summary>
public static class CertificateGenerator
{
    public const int LongestValidityDays = 3650;

    /// <summary>Partners whose clocks are behind must not take a fresh certificate for one that is not valid yet.</summary>
    private static readonly TimeSpan Backdating = TimeSpan.FromMinutes(10);

    /// <summary>In bytes; RFC 5280 4.1.2.2 allows 20, of which the first bit of one costs another.</summary>
    private const int SerialNumberSize = 8;

    /// <summary>A new RSA certificate, valid from ten minutes before <paramref name="now"/>.</summary>
    public static CertificateWithKey SelfSigned(string subject, int keySize, int validityDays, DateTimeOffset now) =>
        SelfSigned(subject, keySize, validityDays, now, RSA.Create);

    /// <summary>The same with a key from elsewhere, which is disposed of.</summary>
    /// <exception cref="FaultException">The wish cannot be fulfilled, or this machine makes no such certificates (PT2032).</exception>
    public static CertificateWithKey SelfSigned(string subject, int keySize, int validityDays, DateTimeOffset now, Func<int, RSA> makeKey)
    {
        var name = CheckedSubject(subject);
        if (Validate(keySize, validityDays) is { } fault)
        {
            throw new FaultException(fault);
        }

        try
        {
            using var key = makeKey(keySize);
            KeyReview.Learn(key);
            return SelfSigned(name, key, validityDays, now);
        }
        catch (CryptographicException failure)
        {
            throw new FaultException(FaultCatalogue.CertificateNotMade(keySize, failure.Message), failure);
        }
    }

    /// <summary>Signed without joining key and certificate, for which Windows would want a place to keep the key.</summary>
    private static CertificateWithKey SelfSigned(X500DistinguishedName name, RSA key, int validityDays, DateTimeOffset now)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));

        var start = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        using var certificate = request.Create(
            name,
            X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            start - Backdating,
            start.AddDays(validityDays),
            RandomNumberGenerator.GetBytes(SerialNumberSize));
        return new CertificateWithKey(CertificateReader.Describe(certificate), [.. key.ExportPkcs8PrivateKey()]);
    }

    /// <summary>What is wrong with the wish, before any key is made; null when nothing is.</summary>
    public static Fault? Validate(int keySize, int validityDays) => (keySize, validityDays) switch
    {
        ( < 2048, _) => FaultCatalogue.KeyTooSmall(keySize).At("source.generate.keySize"),
        (not (2048 or 3072 or 4096), _) => FaultCatalogue.KeySizeUnsupported(keySize),
        (_, < 1 or > LongestValidityDays) => FaultCatalogue.ValidityOutOfRange(validityDays),
        _ => null,
    };

    /// <summary>What is wrong with a subject; null when it is a distinguished name.</summary>
    public static Fault? ValidateSubject(string? subject)
    {
        try
        {
            return subject is { Length: > 0 and <= 1024 } && IsNamed(new X500DistinguishedName(subject))
                ? null
                : FaultCatalogue.SubjectInvalid(subject);
        }
        catch (CryptographicException)
        {
            return FaultCatalogue.SubjectInvalid(subject);
        }
    }

    /// <summary>At least one attribute, and none that is blank (X.520: no string of a name is empty).</summary>
    private static bool IsNamed(X500DistinguishedName name)
    {
        var parts = name.EnumerateRelativeDistinguishedNames().ToList();
        return parts.Count > 0
            && parts.TrueForAll(part => part.HasMultipleElements || part.GetSingleElementValue() is not { } value || !Blanks.Are(value));
    }

    private static X500DistinguishedName CheckedSubject(string subject) =>
        ValidateSubject(subject) is { } fault ? throw new FaultException(fault) : new X500DistinguishedName(subject);
}
