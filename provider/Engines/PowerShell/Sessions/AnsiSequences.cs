using System.Text.RegularExpressions;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>What a terminal would take for colours and modes; PowerShell 7 writes some even where there is no terminal.</summary>
internal static partial class AnsiSequences
{
    public static string Remove(string text) => Sequence().Replace(text, "");

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Sequence();
}
