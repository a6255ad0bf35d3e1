using System.Text;
using System.Text.RegularExpressions;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Network;

/// <summary>What a status other than 200 means to a consumer of metadata (domain.md 3.4).</summary>
internal static partial class StatusFaults
{
    public static Fault Of(NetworkResponse response) => (int)response.Status switch
    {
        404 => FaultCatalogue.NothingAtUrl(response.Url),
        401 or 403 => FaultCatalogue.AnswerNeedsCredentials(response.Url, (int)response.Status),
        >= 500 => FaultCatalogue.ServerFails(response.Url, (int)response.Status, ThumbprintIn(response)),
        _ => FaultCatalogue.UnexpectedStatus(response.Url, (int)response.Status),
    };

    // Exchange's error page shows the thumbprint that it cannot find: the one part of the page that helps.
    private static string ThumbprintIn(NetworkResponse response)
    {
        var start = response.Body.Span[..Math.Min(response.Body.Length, 16 * 1024)];
        var match = Thumbprint().Match(Encoding.UTF8.GetString(start));
        return match.Success ? "certificate " + match.Value.ToUpperInvariant() : "";
    }

    [GeneratedRegex(@"\b[0-9A-Fa-f]{40}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Thumbprint();
}
