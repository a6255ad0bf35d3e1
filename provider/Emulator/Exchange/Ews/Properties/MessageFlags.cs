using System.Globalization;
using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Properties;

/// <summary>What a saved message is: a draft that is read, unless its writer set the flags (the property with the tag 0x0E07) otherwise.</summary>
internal static class MessageFlags
{
    private const int Read = 1;
    private const int Unsent = 8;

    private static readonly ExtendedPath Path = ExtendedPath.Of(new XElement(
        SoapNames.Types + "ExtendedFieldURI", new XAttribute("PropertyTag", "0x0E07"), new XAttribute("PropertyType", "Integer")));

    public static bool IsDraft(List<XElement> written) => Has(written, Unsent);

    public static bool IsRead(List<XElement> written) =>
        written.Find(property => property.Name == SoapNames.Types + "IsRead")?.Value is { } given ? given == "true" : Has(written, Read);

    private static bool Has(List<XElement> written, int flag)
    {
        var given = Path.In(new XElement("written", written)).FirstOrDefault()?.Element(SoapNames.Types + "Value")?.Value;
        return !int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out var flags) || (flags & flag) != 0;
    }
}
