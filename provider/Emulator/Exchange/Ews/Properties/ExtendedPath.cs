using System.Globalization;
using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Properties;

/// <summary>A property that the schema has no field for: by its tag, or by its set and its name or number.</summary>
internal sealed record ExtendedPath(string Key, string Type, XElement Written) : PathToElement
{
    private const string FieldUri = "ExtendedFieldURI";

    /// <summary>Tags of properties that the schema has fields for.</summary>
    private static readonly Dictionary<int, string> Fields = new()
    {
        [0x001A] = "ItemClass",
        [0x0037] = "Subject",
        [0x0E1D] = "Subject",
        [0x0E06] = "DateTimeReceived",
        [0x0E08] = "Size",
        [0x1000] = "Body",
        [0x1035] = "InternetMessageId",
        [0x3001] = "DisplayName",
        [0x3007] = "DateTimeCreated",
        [0x3613] = "FolderClass",
        [0x3602] = "TotalCount",
    };

    public override ValueKind Kind => Type switch
    {
        "Boolean" => ValueKind.Truth,
        "SystemTime" => ValueKind.Time,
        "Short" or "Integer" or "Long" or "Float" or "Double" or "Currency" => ValueKind.Number,
        _ => ValueKind.Text,
    };

    public static ExtendedPath Of(XElement path)
    {
        var (tag, set, number) = (path.Attribute("PropertyTag")?.Value, SetOf(path), path.Attribute("PropertyId")?.Value);
        var name = path.Attribute("PropertyName")?.Value;
        var isComplete = tag is not null ? set is null && name is null && number is null : set is not null && name is null != number is null;
        if (!isComplete)
        {
            throw new EwsRefusal("ErrorInvalidExtendedProperty", "The attributes of the extended property do not go together.");
        }

        var type = path.RequiredAttribute("PropertyType");
        return new ExtendedPath(tag is not null ? $"{TagOf(tag)}" : $"{set}/{name ?? number}", type, new XElement(path));
    }

    public override IEnumerable<XElement> In(XElement whole)
    {
        var kept = whole.Elements(SoapNames.Types + "ExtendedProperty").Where(property => Names(property)).ToList();
        return kept.Count > 0 || FieldOf(whole) is not { } field
            ? kept
            : [new XElement(SoapNames.Types + "ExtendedProperty", Written, new XElement(SoapNames.Types + "Value", field.Value))];
    }

    public bool Equals(ExtendedPath? other) => other is not null && other.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private bool Names(XElement property) => property.Element(SoapNames.Types + FieldUri) is { } path && Of(path).Key == Key;

    private XElement? FieldOf(XElement whole) =>
        int.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var tag) && Fields.TryGetValue(tag, out var field)
            ? whole.Element(SoapNames.Types + field)
            : null;

    private static string? SetOf(XElement path) =>
        path.Attribute("DistinguishedPropertySetId")?.Value ?? path.Attribute("PropertySetId")?.Value.ToUpperInvariant();

    private static int TagOf(string text)
    {
        var isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return int.TryParse(isHex ? text[2..] : text, isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var tag)
            ? tag & 0xFFFF
            : throw EwsFault.Schema("The 'PropertyTag' attribute is invalid.");
    }
}
