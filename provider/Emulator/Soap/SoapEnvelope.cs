using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PartnerTrust.Emulator.Soap;

/// <summary>Writes SOAP 1.1 messages.</summary>
internal static class SoapEnvelope
{
    // A reader would take the ends of lines for others than were written, so they are written as entities.
    private static readonly XmlWriterSettings Compact = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = false,
        CheckCharacters = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static string Write(IEnumerable<object> header, XElement content) => Text(
        new XElement(
            SoapNames.Envelope + "Envelope",
            new XAttribute(XNamespace.Xmlns + "s", SoapNames.Envelope),
            new XElement(SoapNames.Envelope + "Header", header),
            new XElement(SoapNames.Envelope + "Body", content)));

    /// <summary>A fault as Exchange writes it.</summary>
    public static string WriteFault(string code, string message, params ReadOnlySpan<XElement> header) => Text(
        new XElement(
            SoapNames.Envelope + "Envelope",
            new XAttribute(XNamespace.Xmlns + "s", SoapNames.Envelope),
            header.IsEmpty ? null : new XElement(SoapNames.Envelope + "Header", header.ToArray()),
            new XElement(
                SoapNames.Envelope + "Body",
                new XElement(
                    SoapNames.Envelope + "Fault",
                    new XElement("faultcode", new XAttribute(XNamespace.Xmlns + "a", SoapNames.Types), "a:" + code),
                    new XElement("faultstring", new XAttribute(XNamespace.Xml + "lang", "en-US"), message),
                    new XElement(
                        "detail",
                        new XElement(SoapNames.Errors + "ResponseCode", code),
                        new XElement(SoapNames.Errors + "Message", message))))));

    /// <summary>The text of a document.</summary>
    public static string Text(XElement envelope)
    {
        using var memory = new MemoryStream();
        using (var writer = XmlWriter.Create(memory, Compact))
        {
            envelope.Save(writer);
        }

        return Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }
}
