using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>PKCS#12 as the servers take it: with the key for a legacy provider, because none of them signs with a CNG key (domain.md 2.3), and
/// encrypted as Windows Server 2012 R2 can still read.</summary>
internal static class LegacyPfx
{
    /// <summary>The provider in which Windows is to keep the key.</summary>
    public const string Provider = "Microsoft RSA SChannel Cryptographic Provider";

    /// <summary>szOID_PKCS_12_KEY_PROVIDER_NAME_ATTR.</summary>
    public const string ProviderAttribute = "1.3.6.1.4.1.311.17.1";

    // The password is random: nobody tries them out.
    private const int Iterations = 2000;

    public static ImmutableArray<byte> Of(CertificateWithKey certificate, OneTimePassword password)
    {
        using var key = certificate.OpenKey();
        using var loaded = X509CertificateLoader.LoadCertificate(certificate.Certificate.Der.AsSpan());
        var link = new Pkcs9LocalKeyId(Convert.FromHexString(certificate.Certificate.Thumbprint.Hex));
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1, Iterations);

        var keys = new Pkcs12SafeContents();
        var keyBag = keys.AddShroudedKey(key, password.Value, encryption);
        keyBag.Attributes.Add(new CryptographicAttributeObject(
            new Oid(ProviderAttribute), [new AsnEncodedData(new Oid(ProviderAttribute), BmpString(Provider))]));
        keyBag.Attributes.Add(link);

        var certificates = new Pkcs12SafeContents();
        certificates.AddCertificate(loaded).Attributes.Add(link);

        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(keys);
        builder.AddSafeContentsEncrypted(certificates, password.Value, encryption);
        builder.SealWithMac(password.Value, HashAlgorithmName.SHA1, Iterations);
        return [.. builder.Encode()];
    }

    private static byte[] BmpString(string text)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteCharacterString(UniversalTagNumber.BMPString, text);
        return writer.Encode();
    }
}
