using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Properties;

namespace PartnerTrust.Emulator.Exchange.Ews.Search;

/// <summary>The <c>Contains</c> of a restriction: where in the text, and how like it has to be.</summary>
internal static class TextSearch
{
    public static Func<XElement, bool> Of(XElement expression, PathToElement path)
    {
        var sought = expression.Required("Constant").RequiredAttribute("Value");
        var comparison = OptionsOf(expression.Attribute("ContainmentComparison")?.Value ?? "Exact");
        var matches = Matching(expression.Attribute("ContainmentMode")?.Value ?? "FullString", sought, comparison);
        return whole => PropertyValues.Of(path, whole).Any(matches);
    }

    private static Func<string, bool> Matching(string mode, string sought, StringComparison comparison) => mode switch
    {
        "FullString" => text => text.Equals(sought, comparison),
        "Prefixed" => text => text.StartsWith(sought, comparison),
        "Substring" => text => text.Contains(sought, comparison),
        "PrefixOnWords" => text => Words(text).Any(word => word.StartsWith(sought, comparison)),
        "ExactPhrase" => text => HasPhrase(text, sought, comparison),
        _ => throw EwsFault.Schema("The 'ContainmentMode' attribute is invalid."),
    };

    // Accents always count: a plugin without the tables of languages cannot tell which letters are alike.
    private static StringComparison OptionsOf(string comparison) => comparison switch
    {
        "Exact" or "IgnoreNonSpacingCharacters" => StringComparison.Ordinal,
        "IgnoreCase" or "Loose" or "IgnoreCaseAndNonSpacingCharacters" or "LooseAndIgnoreCase" or "LooseAndIgnoreNonSpace"
            or "LooseAndIgnoreCaseAndIgnoreNonSpace" => StringComparison.OrdinalIgnoreCase,
        _ => throw EwsFault.Schema("The 'ContainmentComparison' attribute is invalid."),
    };

    private static bool HasPhrase(string text, string phrase, StringComparison comparison)
    {
        var at = text.IndexOf(phrase, comparison);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (at + phrase.Length >= text.Length || !char.IsLetterOrDigit(text[at + phrase.Length]));
    }

    private static string[] Words(string text) => text.Split([' ', '\t', '\r', '\n', ',', ';', '.', ':'], StringSplitOptions.RemoveEmptyEntries);
}
