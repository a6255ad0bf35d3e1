using System.Text.RegularExpressions;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.PowerShell.Checks;

/// <summary>Finds in what a test cmdlet tells the header by which the called server explained itself: the one part that is the same in every
/// language (domain.md 5.7, 6.2).</summary>
internal static partial class DiagnosticsText
{
    /// <summary>The header's value, the last one where there are several; null where there is none.</summary>
    public static string? In(IEnumerable<string> texts) => texts
        .SelectMany(text => Header().Matches(text).Select(match => match.Groups[1].Value.Trim()))
        .LastOrDefault(value => TokenDiagnostics.TryParse(value, out _));

    [GeneratedRegex(@"x-ms-diagnostics\s*[:=]\s*([^\r\n]{1,2000})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Header();
}
