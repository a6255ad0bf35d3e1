using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>How a check marks an item that it is going to delete: by an extended property that names the check.</summary>
internal static class CheckMark
{
    private static readonly XNamespace T = SoapNames.Types;

    /// <summary>The property, as requests name it.</summary>
    public static XElement Path => new(
        T + "ExtendedFieldURI",
        new XAttribute("DistinguishedPropertySetId", "PublicStrings"),
        new XAttribute("PropertyName", "PartnerTrustCheck"),
        new XAttribute("PropertyType", "String"));

    public static XElement Of(Guid check) => new(T + "ExtendedProperty", Path, new XElement(T + "Value", $"{check:N}"));

    /// <summary>The marked items of an answer to a search, each with the check that wrote it.</summary>
    public static IEnumerable<(string ItemId, Guid Check)> In(XElement answer) =>
        from id in answer.Descendants(T + "ItemId")
        let mark = id.Parent!.Element(T + "ExtendedProperty")?.Element(T + "Value")?.Value
        where Guid.TryParseExact(mark, "N", out _)
        select (id.Attribute("Id")!.Value, Guid.ParseExact(mark, "N"));
}
