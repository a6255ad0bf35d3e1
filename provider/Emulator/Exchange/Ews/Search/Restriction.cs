using System.Globalization;
using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Properties;

namespace PartnerTrust.Emulator.Exchange.Ews.Search;

/// <summary>Reads a restriction as a condition on items or folders.</summary>
internal static class Restriction
{
    // Made by the server for each answer, so that no index has them.
    private static readonly string[] Unsearchable =
        ["item:ItemId", "item:EffectiveRights", "folder:EffectiveRights", "folder:FolderId", "item:ResponseObjects", "item:MimeContent"];

    /// <summary>Everything matches where nothing is asked.</summary>
    public static Func<XElement, bool> Read(XElement operation) => operation.Child("Restriction") is { } restriction
        ? Of(restriction.Elements().FirstOrDefault() ?? throw EwsFault.Schema("The element 'Restriction' has incomplete content."))
        : _ => true;

    private static Func<XElement, bool> Of(XElement expression) => expression.Name.LocalName switch
    {
        "And" => All(Parts(expression)),
        "Or" => Any(Parts(expression)),
        "Not" => No(Parts(expression)),
        "Exists" => Exists(PathOf(expression)),
        "Excludes" => Excludes(expression),
        "Contains" => TextSearch.Of(expression, PathOf(expression)),
        "IsEqualTo" => Comparison(expression, order => order == 0),
        "IsNotEqualTo" => No([Comparison(expression, order => order == 0)]),
        "IsGreaterThan" => Comparison(expression, order => order > 0),
        "IsGreaterThanOrEqualTo" => Comparison(expression, order => order >= 0),
        "IsLessThan" => Comparison(expression, order => order < 0),
        "IsLessThanOrEqualTo" => Comparison(expression, order => order <= 0),
        var name => throw EwsFault.Schema($"The element 'Restriction' has invalid child element '{name}'."),
    };

    private static Func<XElement, bool> All(List<Func<XElement, bool>> parts) => whole => parts.TrueForAll(part => part(whole));

    private static Func<XElement, bool> Any(List<Func<XElement, bool>> parts) => whole => parts.Exists(part => part(whole));

    private static Func<XElement, bool> No(List<Func<XElement, bool>> parts) =>
        parts is [var part] ? whole => !part(whole) : throw EwsFault.Schema("The element 'Not' has invalid content.");

    private static Func<XElement, bool> Exists(PathToElement path) => whole => path.In(whole).Any();

    private static List<Func<XElement, bool>> Parts(XElement expression) => expression.Elements().Any()
        ? [.. expression.Elements().Select(Of)]
        : throw EwsFault.Schema($"The element '{expression.Name.LocalName}' has incomplete content.");

    private static PathToElement PathOf(XElement expression)
    {
        var path = PathToElement.Among(expression);
        return path is FieldPath field && Unsearchable.Contains(field.Name)
            ? throw new EwsRefusal("ErrorUnsupportedPathForQuery", $"The property '{field.Name}' cannot be searched by.")
            : path;
    }

    private static Func<XElement, bool> Comparison(XElement expression, Func<int, bool> holds)
    {
        var path = PathOf(expression);
        var operand = expression.Required("FieldURIOrConstant").Elements().FirstOrDefault()
            ?? throw EwsFault.Schema("The element 'FieldURIOrConstant' has incomplete content.");
        if (PathToElement.IsPath(operand))
        {
            var other = PathToElement.Read(operand);
            return whole => PropertyValues.Of(path, whole)
                .Any(one => PropertyValues.Of(other, whole).Any(two => holds(PropertyValues.Compare(one, two, path.Kind))));
        }

        var constant = operand.RequiredAttribute("Value");
        return PropertyValues.IsValid(constant, path.Kind)
            ? whole => PropertyValues.Of(path, whole).Any(value => holds(PropertyValues.Compare(value, constant, path.Kind)))
            : throw EwsRefusal.InvalidValue(constant);
    }

    // None of the bits is set; what has no value has no bits either.
    private static Func<XElement, bool> Excludes(XElement expression)
    {
        var (path, text) = (PathOf(expression), expression.Required("Bitmask").RequiredAttribute("Value"));
        var isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if (!int.TryParse(
            isHex ? text[2..] : text, isHex ? NumberStyles.HexNumber : NumberStyles.Integer, CultureInfo.InvariantCulture, out var mask))
        {
            throw EwsRefusal.InvalidValue(text);
        }

        return whole => PropertyValues.Of(path, whole)
            .All(value => !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var bits) || (bits & mask) == 0);
    }
}
