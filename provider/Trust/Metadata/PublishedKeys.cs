using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Metadata;

/// <summary>The keys of a document (domain.md 3.2): entries of other usages and types are passed over; a signing certificate that cannot
/// be read, or that its own x5t contradicts, refuses the whole document, since half a set of keys breaks at the next roll.</summary>
internal static class PublishedKeys
{
    private const int LongestCertificate = 64 * 1024;

    public static ImmutableArray<SigningCertificate> Read(ImmutableArray<DocumentNode> entries)
    {
        ImmutableArray<SigningCertificate> keys = [.. entries.Select(Key).OfType<SigningCertificate>().Distinct()];
        return keys.IsEmpty ? throw new FaultException(FaultCatalogue.NoUsableKey(entries.Length)) : keys;
    }

    private static SigningCertificate? Key(DocumentNode entry)
    {
        var fields = entry.Fields();
        if (!fields.TryGetValue("keyValue", out var value))
        {
            return null;
        }

        var valueFields = value.Fields();
        if (!Is(fields, "usage", "signing") || !Is(valueFields, "type", "x509Certificate") || !valueFields.TryGetValue("value", out var encoded))
        {
            return null;
        }

        var certificate = Certificate(encoded);
        CheckX5t(fields, certificate);
        return certificate;
    }

    private static bool Is(IReadOnlyDictionary<string, DocumentNode> fields, string name, string expected) =>
        !fields.TryGetValue(name, out var node) || string.Equals(node.Text(LongestCertificate), expected, StringComparison.OrdinalIgnoreCase);

    private static SigningCertificate Certificate(DocumentNode encoded)
    {
        var certificate = Loaded(encoded, Decoded(encoded));
        return certificate is { KeyAlgorithm: "RSA", KeySize: >= 2048 }
            ? certificate
            : throw new FaultException(
                FaultCatalogue.PublishedKeyUnsuitable(encoded.Path, certificate.KeyAlgorithm, certificate.KeySize));
    }

    private static byte[] Decoded(DocumentNode encoded)
    {
        var text = encoded.Text(LongestCertificate);
        var der = new byte[text.Length];
        return Convert.TryFromBase64String(text, der, out var length) && length > 0
            ? der[..length]
            : throw new FaultException(FaultCatalogue.KeyNotCertificate(encoded.Path));
    }

    private static SigningCertificate Loaded(DocumentNode encoded, byte[] der)
    {
        try
        {
            return CertificateReader.Read(der);
        }
        catch (FaultException failure)
        {
            throw new FaultException(FaultCatalogue.KeyNotCertificate(encoded.Path), failure);
        }
    }

    private static void CheckX5t(IReadOnlyDictionary<string, DocumentNode> fields, SigningCertificate certificate)
    {
        if (!fields.TryGetValue("keyInfo", out var info) || !info.Fields().TryGetValue("x5t", out var x5t))
        {
            return;
        }

        // A publisher that pads its digests says the same.
        var given = x5t.Text(LongestCertificate);
        if (!Thumbprint.TryParseX5t(given.EndsWith('=') ? given[..^1] : given, out var thumbprint) || thumbprint != certificate.Thumbprint)
        {
            throw new FaultException(FaultCatalogue.X5tMismatch(x5t.Path, given, certificate.Thumbprint));
        }
    }
}
