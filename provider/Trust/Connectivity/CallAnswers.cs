using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Connectivity;

/// <summary>What an answer means that is not the one which a step waits for (domain.md 5.6, 8 rows 5, 12 and 14).</summary>
public static class CallAnswers
{
    /// <summary>To whoever asks, without a token, whose tokens the server takes. A challenge has the status 401.</summary>
    public static Fault AtChallenge(Uri url, int status, string? contentType) => status switch
    {
        401 => FaultCatalogue.NoBearerChallenge(url, status),
        404 when url.AbsolutePath.Contains("autodiscover", StringComparison.OrdinalIgnoreCase) =>
            FaultCatalogue.AutodiscoverFails(url, status),
        200 => FaultCatalogue.AnswerIsNotSoap(url, status, contentType),
        404 => FaultCatalogue.NothingAtUrl(url),
        _ => FaultCatalogue.CallFails(url, status),
    };

    /// <summary>To whoever looks in an authorization server's document for where it issues, and finds nothing.</summary>
    public static Fault AtIssuance(Uri document) =>
        FaultCatalogue.AuthorizationServerRefuses(document, 200, "no issuance endpoint in its document");

    /// <summary>To whoever sent a SOAP message and got none back.</summary>
    public static Fault AtMessage(Uri url, int status, string? contentType) => status switch
    {
        404 => FaultCatalogue.NothingAtUrl(url),
        200 when url.AbsolutePath.EndsWith(ServicePaths.PlainAutodiscover, StringComparison.OrdinalIgnoreCase) =>
            FaultCatalogue.AutodiscoverFails(url, status),
        200 => FaultCatalogue.AnswerIsNotSoap(url, status, contentType),
        _ => FaultCatalogue.CallFails(url, status),
    };
}
