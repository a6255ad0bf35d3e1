using System.Xml;
using System.Xml.Linq;

namespace PartnerTrust.Engines.Embedded.Hosts.Soap;

/// <summary>A SOAP 1.1 message as it was read: safely, without a document type, entities, or more text or depth than an honest one has.</summary>
/// <param name="Header">The header; empty when there is none.</param>
/// <param name="Content">The one element of the body.</param>
internal sealed record SoapMessage(XElement Header, XElement Content)
{
    private const int LargestText = 2 * 1024 * 1024;
    private const int DeepestElement = 64;

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestText,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Null when the text is no SOAP message.</summary>
    public static async Task<SoapMessage?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await content.CopyToAsync(text, cancellationToken).ConfigureAwait(false);
        return Read(text);
    }

    /// <summary>Null when the text is no SOAP message.</summary>
    public static SoapMessage? Read(MemoryStream text)
    {
        try
        {
            return IsTooDeep(text) ? null : Of(XDocument.Load(Open(text), LoadOptions.None).Root);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static SoapMessage? Of(XElement? envelope)
    {
        if (envelope?.Name != SoapNames.Envelope + "Envelope")
            return null;

        var content = envelope.Element(SoapNames.Envelope + "Body")?.Elements().FirstOrDefault();
        return content is null ? null : new SoapMessage(envelope.Element(SoapNames.Envelope + "Header") ?? new XElement("Header"), content);
    }

    // Looked at before a tree is built: the time that building one takes grows with the square of its depth.
    private static bool IsTooDeep(MemoryStream text)
    {
        using var reader = Open(text);
        while (reader.Read())
        {
            if (reader.Depth > DeepestElement)
                return true;
        }

        return false;
    }

    private static XmlReader Open(MemoryStream text)
    {
        text.Position = 0;
        return XmlReader.Create(text, Careful);
    }
}
