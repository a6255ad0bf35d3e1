using System.Text;
using System.Xml.Linq;

namespace PartnerTrust.Emulator.Soap;

/// <summary>A SOAP 1.1 message as it was read.</summary>
/// <param name="Header">The header; empty when there is none.</param>
/// <param name="Content">The one element of the body.</param>
internal sealed record SoapMessage(XElement Header, XElement Content)
{
    /// <summary>Null when the text is no SOAP message.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="charset">Null where the bytes tell it by themselves.</param>
    public static SoapMessage? Read(MemoryStream text, Encoding? charset = null) => Of(XmlMessage.Read(text, charset));

    private static SoapMessage? Of(XElement? envelope)
    {
        if (envelope?.Name != SoapNames.Envelope + "Envelope")
        {
            return null;
        }

        var content = envelope.Element(SoapNames.Envelope + "Body")?.Elements().FirstOrDefault();
        return content is null ? null : new SoapMessage(envelope.Element(SoapNames.Envelope + "Header") ?? new XElement("Header"), content);
    }
}
