using System.Collections.Immutable;

namespace PartnerTrust.CmdletSimulator;

/// <summary>Texts that quoting, encodings and parsers have broken before. Each must arrive at a cmdlet as it is: as text, in a list, and as a
/// secret.</summary>
public static class HostileValues
{
    /// <summary>By what they are.</summary>
    public static ImmutableArray<(string Kind, string Value)> All { get; } =
    [
        ("empty", ""), ("blank", " "), ("blanks around", "  a  "), ("tab", "a\tb"), ("line feed", "a\nb"), ("carriage return", "a\rb"),
        ("both", "a\r\nb"), ("ends in line feed", "a\n"), ("vertical tab", "a\vb"), ("form feed", "a\fb"), ("NUL", "a\0b"), ("NUL alone", "\0"),
        ("bell", "\a"), ("escape", "\e[31mred\e[0m"), ("delete", "a\u007fb"), ("controls", string.Concat(Enumerable.Range(1, 31).Select(i => (char)i))),
        ("C1 controls", string.Concat(Enumerable.Range(0x80, 32).Select(i => (char)i))), ("next line", "a\u0085b"),
        ("line separator", "a\u2028b"), ("paragraph separator", "a\u2029b"), ("no-break space", "a\u00a0b"), ("zero width", "a\u200bb"),
        ("single quote", "it's"), ("two single quotes", "''"), ("double quote", "say \"x\""), ("low quote", "\u201ex\u201a"),
        ("typographic single quotes", "\u2018x\u2019\u201b"), ("typographic double quotes", "\u201cx\u201d\u201f"), ("backtick", "a`nb"),
        ("variable", "$env:PATH"), ("subexpression", "$(exit 7)"), ("array expression", "@(1)"), ("script block", "{ exit 7 }"),
        ("here string", "@'\nx\n'@"), ("comment", "# x"), ("block comment", "<# x #>"), ("semicolon", "a; exit 7"), ("pipe", "a | b"),
        ("ampersand", "a & b && c"), ("redirection", "a > b 2>&1"), ("percent", "%PATH%"), ("caret", "a^b"), ("exclamation", "!x"),
        ("tilde", "~x"), ("leading dash", "-Force"), ("two dashes", "--"), ("stop parsing", "--%"), ("dash and colon", "-Text:x"),
        ("slash", "/x"), ("backslash at the end", "C:\\x\\"), ("backslashes and quote", "a\\\\\"b"), ("wildcards", "*?[a-z]"),
        ("format", "{0} {1}"), ("true", "True"), ("null", "$null"), ("number", "0x1F"), ("ISO date", "2020-01-01T00:00:00Z"),
        ("JSON date", "/Date(1577836800000)/"), ("escaped JSON date", "\\/Date(1577836800000)\\/"), ("JSON", "{\"a\":[1,null]}"),
        ("XML", "<a b='c'>&amp;</a>"), ("CLIXML escape", "_x0041_x_"), ("CLIXML head", "#< CLIXML"), ("base64 mark", "#base64(QQ==)"),
        ("equals mark", "=x"), ("umlauts", "äöüßÄÖÜ"), ("Turkish", "İıIi"), ("combining", "e\u0301"), ("right to left", "\u202eabc\u202c שלום"),
        ("emoji", "👩‍👩‍👧‍👦"), ("lone high surrogate", "a\ud83d"), ("lone low surrogate", "\udc00b"), ("swapped surrogates", "\udc00\ud83d"),
        ("byte order mark", "\ufeffx"), ("noncharacters", "\ufffe\uffff"), ("replacement", "\ufffd"), ("long", new string('ä', 100_000)),
    ];
}
