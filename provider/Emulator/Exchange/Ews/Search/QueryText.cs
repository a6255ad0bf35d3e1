using System.Text.RegularExpressions;
using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Properties;

namespace PartnerTrust.Emulator.Exchange.Ews.Search;

/// <summary>The least of Exchange's query language: words and "phrases", each perhaps of one property, all of which have to be found.</summary>
internal static partial class QueryText
{
    private static readonly Dictionary<string, string[]> Properties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["subject"] = ["item:Subject"],
        ["body"] = ["item:Body"],
        ["from"] = ["message:From", "message:Sender"],
        ["to"] = ["message:ToRecipients"],
        ["cc"] = ["message:CcRecipients"],
        ["participants"] = ["message:From", "message:ToRecipients", "message:CcRecipients"],
        ["category"] = ["item:Categories"],
        ["importance"] = ["item:Importance"],
        ["itemclass"] = ["item:ItemClass"],
    };

    private static readonly string[] Anywhere = ["item:Subject", "item:Body", "message:From", "message:ToRecipients", "item:Categories"];

    /// <summary>Everything matches where nothing is asked.</summary>
    public static Func<XElement, bool> Read(string? query)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return _ => true;
        }

        var terms = Term().Matches(query).Select(TermOf).ToList();
        return Term().Replace(query, "").Trim().Length == 0
            ? item => terms.TrueForAll(term => term(item))
            : throw Unknown(query);
    }

    private static Func<XElement, bool> TermOf(Match term)
    {
        var property = term.Groups["property"].Value;
        var sought = term.Groups["phrase"].Success ? term.Groups["phrase"].Value : term.Groups["word"].Value;
        if (property.Length == 0 && sought is "OR" or "NOT" or "NEAR" || sought.IndexOfAny(['(', ')', '<', '>']) >= 0)
        {
            throw Unknown(sought);
        }

        var fields = property.Length == 0 ? Anywhere : Properties.GetValueOrDefault(property) ?? throw Unknown(property + ":");
        var paths = Array.ConvertAll(fields, field => new FieldPath(field));
        return sought == "AND"
            ? _ => true
            : item => paths.Any(path => PropertyValues.Of(path, item).Any(value => value.Contains(sought, StringComparison.OrdinalIgnoreCase)));
    }

    private static EwsRefusal Unknown(string part) => new(
        "ErrorInvalidArgument", $"This server's queries consist of words and \"phrases\", each with one of {string.Join(", ", Properties.Keys.Select(key => key + ":"))} or none; not '{part}'.");

    [GeneratedRegex("""(?:(?<property>[A-Za-z]+):)?(?:"(?<phrase>[^"]*)"|(?<word>[^\s":]+))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Term();
}
