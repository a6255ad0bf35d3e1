using System.Collections.Immutable;
using System.Globalization;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>The codes with which Exchange refuses a token in <c>x-ms-diagnostics</c>: some are documented, of the others nothing is known but
/// that they exist (domain.md 5.7).</summary>
internal static class VendorCodes
{
    private const int First = 2000000;
    private const int Last = 2000013;

    /// <summary>What can truly be said of codes in a text of which no explanation tells.</summary>
    public static IEnumerable<string> Notes(AskedText asked, ImmutableArray<Explanation> explanations)
    {
        var documented = (from explanation in explanations
                          from sign in explanation.Signs
                          where sign.Kind == SignKind.Code
                          select (Code: sign.Text, explanation.Number)).ToLookup(pair => pair.Code, pair => pair.Number, StringComparer.Ordinal);
        return asked.Codes.Where(IsCode).Where(code => !documented.Contains(code)).Order(StringComparer.Ordinal)
            .Select(code => $"{code} is a code with which Exchange refuses a token. No public document tells what it stands for: "
                + "\"reason\" and \"error_category\" beside it in x-ms-diagnostics tell more, and \"explain\" takes the whole line."
                + Known(documented));
    }

    private static string Known(ILookup<string, string> documented) => documented.Count == 0
        ? ""
        : $" Documented are {string.Join(
            ", ", documented.OrderBy(code => code.Key, StringComparer.Ordinal).Select(code => $"{code.Key} ({string.Join(", ", code)})"))}.";

    private static bool IsCode(string text) => int.Parse(text, CultureInfo.InvariantCulture) is >= First and <= Last;
}
