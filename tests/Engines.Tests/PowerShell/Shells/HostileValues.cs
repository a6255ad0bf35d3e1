namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>Text that shells, JSON readers, command lines and date parsers have been seen to change (powershell.md 3).</summary>
internal static class HostileValues
{
    public static IReadOnlyList<string> All { get; } =
    [
        "'", "\"", "''", "\"\"", "`", "`n", "$", "$()", "$(Get-Date)", "${env:PATH}", "$true", "$null", "@", "@{a=1}", "@(1)", "%PATH%", "!x!", "^", "&", "|", ";", "<", ">", "#", "#comment", "<#x#>",
        "\u2018", "\u2019", "\u201A", "\u201B", "\u201C", "\u201D", "\u201E", "\u2013", "\u2014", "\u2015", "-Force", "--%", "--", "-", "/", "\\", "C:\\dir\\", "\\\\server\\share\\", "a\\\"b", "a b ", " a", "\t", "\n", "\r\n", "\r",
        "a\nb", "\0", "a\0b", string.Concat(Enumerable.Range(1, 31).Select(code => (char)code)), "\u007f", "\u0085", "\u2028", "\u2029", "\uFEFF", "\uFEFFa", "\uFFFE", "\uFFFF", "\uD800", "\uDC00", "a\uD800b", "\uDC00\uD800", "\U0001F600",
        "e\u0301", "\u0130\u0131", "\u00DF", "\u202Eabc", "\u200F", "2020-01-01T00:00:00Z", "/Date(0)/", "\\/Date(0)\\/", "01.02.2026", "{\"a\":1}", "[1]", "null", "true", "1", "1e3", "0x1F", "=x", "#AAAA", "_x000D_", "<Objs/>", "~1", "!s0 AAAA", "",
        new string('x', 60_000) + "\u00e9",
    ];
}
