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

    /// <summary>Null when the text is no SOAP message.</summary>
    public static async Task<SoapMessage?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LargestText,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(content, settings);
            var document = await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken).ConfigureAwait(false);
            return Of(document.Root);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static SoapMessage? Of(XElement? envelope)
    {
        if (envelope?.Name != SoapNames.Envelope + "Envelope" || IsTooDeep(envelope))
            return null;

        var content = envelope.Element(SoapNames.Envelope + "Body")?.Elements().FirstOrDefault();
        return content is null ? null : new SoapMessage(envelope.Element(SoapNames.Envelope + "Header") ?? new XElement("Header"), content);
    }

    private static bool IsTooDeep(XElement root)
    {
        var depth = 0;
        XNode? node = root;
        while (node is not null)
        {
            if (node is XElement { FirstNode: { } child })
            {
                node = child;
                if (++depth > DeepestElement)
                    return true;

                continue;
            }

            while (node is not null && node != root && node.NextNode is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node == root ? null : node?.NextNode;
        }

        return false;
    }
}
