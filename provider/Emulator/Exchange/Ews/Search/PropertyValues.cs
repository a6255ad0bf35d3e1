using System.Globalization;
using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Properties;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Search;

/// <summary>The values of a property, and how they compare.</summary>
internal static class PropertyValues
{
    private static readonly string[] Levels = ["Low", "Normal", "High", "Personal", "Private", "Confidential"];

    /// <summary>Several for a property with many values: of recipients, names as well as addresses.</summary>
    public static IEnumerable<string> Of(PathToElement path, XElement whole) => path.In(whole).SelectMany(Leaves);

    /// <summary>Whether a text is a value of the kind at all.</summary>
    public static bool IsValid(string value, ValueKind kind) => kind switch
    {
        ValueKind.Number => Number(value) is not null,
        ValueKind.Truth => EwsRequest.Flag(value) is not null,
        ValueKind.Time => Time(value) is not null,
        ValueKind.Level => Levels.Contains(value),
        _ => true,
    };

    /// <summary>By the order of the kind; texts without case, as mailboxes compare them.</summary>
    public static int Compare(string one, string other, ValueKind kind) => kind switch
    {
        ValueKind.Number => Nullable.Compare(Number(one), Number(other)),
        ValueKind.Truth => Nullable.Compare(EwsRequest.Flag(one), EwsRequest.Flag(other)),
        ValueKind.Time => Nullable.Compare(Time(one), Time(other)),
        ValueKind.Level => Array.IndexOf(Levels, one).CompareTo(Array.IndexOf(Levels, other)),
        _ => string.Compare(one, other, StringComparison.OrdinalIgnoreCase),
    };

    private static IEnumerable<string> Leaves(XElement property) => property.Name == SoapNames.Types + "ExtendedProperty"
        ? property.Descendants(SoapNames.Types + "Value").Select(value => value.Value)
        : property.HasElements ? property.Descendants().Where(element => !element.HasElements).Select(element => element.Value)
        : [property.Value];

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Time(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
