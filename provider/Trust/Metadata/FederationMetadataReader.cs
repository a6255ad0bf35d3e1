using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Trust.Metadata;

/// <summary>Reads the federation metadata of an authorization server that signs clients in (WS-Federation 1.2, 3; domain.md 4.2, 4.5): its entity
/// id is the issuer, and the signing keys of its token service count. Its signature is not checked, as that of no other document is: TLS vouches for
/// it.</summary>
internal static class FederationMetadataReader
{
    private const int MostCharacters = AuthMetadataReader.LargestDocument;

    private static readonly XNamespace Md = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static readonly XNamespace Ds = "http://www.w3.org/2000/09/xmldsig#";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static AuthMetadataDocument Read(ReadOnlySpan<byte> body)
    {
        var root = Parse(body);
        if (root.Name != Md + "EntityDescriptor")
        {
            throw new FaultException(FaultCatalogue.FederationMetadataUnreadable($"its root is <{root.Name.LocalName}>"));
        }

        if (root.Attribute("entityID")?.Value is not { Length: > 0 } issuer)
        {
            throw new FaultException(FaultCatalogue.FederationMetadataUnreadable("it has no entityID"));
        }

        return new AuthMetadataDocument("", IssuerNames.RealmOf(issuer), issuer, issuer, [], KeysOf(root), []);
    }

    private static XElement Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            using var stream = new MemoryStream(body.ToArray());
            using var reader = XmlReader.Create(stream, Strict);
            return XElement.Load(reader);
        }
        catch (XmlException failure)
        {
            throw new FaultException(
                FaultCatalogue.FederationMetadataUnreadable($"line {failure.LineNumber}, character {failure.LinePosition}"), failure);
        }
    }

    private static ImmutableArray<SigningCertificate> KeysOf(XElement root)
    {
        List<XElement> services =
        [
            .. root.Elements(Md + "RoleDescriptor").Where(role =>
                role.Attribute(Xsi + "type")?.Value.EndsWith("SecurityTokenServiceType", StringComparison.Ordinal) == true),
        ];
        var described = services.SelectMany(service => service.Elements(Md + "KeyDescriptor"))
            .Where(key => key.Attribute("use")?.Value is null or "signing");
        ImmutableArray<SigningCertificate> keys =
            [.. described.SelectMany(key => key.Descendants(Ds + "X509Certificate")).Select(KeyOf).Distinct()];
        return keys.IsEmpty
            ? throw new FaultException(FaultCatalogue.FederationMetadataUnreadable("it has no signing certificate of a token service"))
            : keys;
    }

    private static SigningCertificate KeyOf(XElement certificate)
    {
        try
        {
            return CertificateReader.Read(Convert.FromBase64String(certificate.Value));
        }
        catch (Exception failure) when (failure is FormatException or FaultException)
        {
            throw new FaultException(FaultCatalogue.KeyNotCertificate("KeyDescriptor"), failure);
        }
    }
}
