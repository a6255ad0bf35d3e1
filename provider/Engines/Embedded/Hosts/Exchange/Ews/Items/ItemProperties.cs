using System.Xml.Linq;
using PartnerTrust.Engines.Embedded.Hosts.Soap;

namespace PartnerTrust.Engines.Embedded.Hosts.Exchange.Ews.Items;

/// <summary>The written properties of an item as one text.</summary>
internal static class ItemProperties
{
    private static readonly XName Wrapper = SoapNames.Types + "Properties";

    public static string Format(IEnumerable<XElement> properties) => properties.ToList() is { Count: > 0 } some
        ? new XElement(Wrapper, new XAttribute("xmlns", SoapNames.Types), some).ToString(SaveOptions.DisableFormatting | SaveOptions.OmitDuplicateNamespaces)
        : "";

    public static List<XElement> Parse(string properties)
    {
        if (properties.Length == 0)
            return [];

        var parsed = XElement.Parse(properties, LoadOptions.PreserveWhitespace).Elements().ToList();
        foreach (var property in parsed)
            property.Remove();

        return parsed;
    }
}
