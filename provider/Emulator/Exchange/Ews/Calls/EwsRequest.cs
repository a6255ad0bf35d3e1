using System.Globalization;
using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Calls;

/// <summary>Reads the elements of a request by the rules of the service's schema; a violation refuses the request as a whole.</summary>
internal static class EwsRequest
{
    private const int MostAtOnce = 1000;

    public static XElement? Child(this XElement parent, string name) =>
        parent.Element(SoapNames.Messages + name) ?? parent.Element(SoapNames.Types + name);

    public static XElement Required(this XElement parent, string name) =>
        parent.Child(name) ?? throw EwsFault.Schema(
            $"The element '{parent.Name.LocalName}' has incomplete content. The element '{name}' is expected.");

    /// <summary>The elements of a list, which holds at least one.</summary>
    public static List<XElement> Several(this XElement parent, string name)
    {
        var elements = parent.Required(name).Elements().Take(MostAtOnce + 1).ToList();
        return elements.Count switch
        {
            0 => throw EwsFault.Schema($"The element '{name}' has incomplete content."),
            > MostAtOnce => throw new EwsFault("ErrorBatchProcessingStopped", $"The element '{name}' holds more than {MostAtOnce} elements."),
            _ => elements,
        };
    }

    public static string RequiredAttribute(this XElement element, string name) => element.Attribute(name)?.Value
        ?? throw EwsFault.Schema($"The required attribute '{name}' of the element '{element.Name.LocalName}' is missing.");

    /// <summary>The value of a required attribute, which is one of these.</summary>
    public static string RequiredChoice(this XElement element, string name, params ReadOnlySpan<string> choices) =>
        choices.Contains(element.RequiredAttribute(name)) ? element.RequiredAttribute(name) : throw Invalid(element, name);

    /// <summary>Null when there is no such attribute.</summary>
    public static int? Number(this XElement element, string name) => element.Attribute(name) is not { } attribute ? null
        : int.TryParse(attribute.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Invalid(element, name);

    public static bool? Flag(string? text) => text?.Trim() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    private static EwsFault Invalid(XElement element, string attribute) =>
        EwsFault.Schema($"The attribute '{attribute}' of the element '{element.Name.LocalName}' has an invalid value.");
}
