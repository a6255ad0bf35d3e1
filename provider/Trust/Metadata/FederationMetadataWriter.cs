using System.Xml.Linq;

namespace PartnerTrust.Trust.Metadata;

/// <summary>Writes the federation metadata of an authorization server that signs clients in, as far as its readers go (WS-Federation 1.2,
/// 3).</summary>
public static class FederationMetadataWriter
{
    private static readonly XNamespace Md = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static readonly XNamespace Ds = "http://www.w3.org/2000/09/xmldsig#";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XNamespace Fed = "http://docs.oasis-open.org/wsfed/federation/200706";

    public static string Write(AuthMetadataDocument document) => Described(document).ToString(SaveOptions.DisableFormatting);

    private static XElement Described(AuthMetadataDocument document) => new(
        Md + "EntityDescriptor",
        new XAttribute("entityID", document.Issuer),
        new XElement(
            Md + "RoleDescriptor",
            new XAttribute(XNamespace.Xmlns + "xsi", Xsi),
            new XAttribute(XNamespace.Xmlns + "fed", Fed),
            new XAttribute(Xsi + "type", "fed:SecurityTokenServiceType"),
            new XAttribute("protocolSupportEnumeration", "http://docs.oasis-open.org/wsfed/federation/200706"),
            document.Keys.Select(key => new XElement(
                Md + "KeyDescriptor",
                new XAttribute("use", "signing"),
                new XElement(
                    Ds + "KeyInfo",
                    new XElement(Ds + "X509Data", new XElement(Ds + "X509Certificate", Convert.ToBase64String(key.Der.AsSpan()))))))));
}
