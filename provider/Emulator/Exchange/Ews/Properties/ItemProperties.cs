using System.Text;
using System.Xml;
using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Properties;

/// <summary>The written properties of an item as one text.</summary>
internal static class ItemProperties
{
    private static readonly XName Wrapper = SoapNames.Types + "Properties";

    private static readonly XmlWriterSettings Compact = new()
    {
        OmitXmlDeclaration = true,
        NamespaceHandling = NamespaceHandling.OmitDuplicates,
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static string Format(IEnumerable<XElement> properties)
    {
        var written = new XElement(Wrapper, new XAttribute("xmlns", SoapNames.Types), properties);
        if (!written.HasElements)
        {
            return "";
        }

        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Compact))
        {
            written.Save(writer);
        }

        return text.ToString();
    }

    public static List<XElement> Parse(string properties)
    {
        if (properties.Length == 0)
        {
            return [];
        }

        var parsed = XElement.Parse(properties, LoadOptions.PreserveWhitespace).Elements().ToList();
        foreach (var property in parsed)
        {
            property.Remove();
        }

        return parsed;
    }
}
