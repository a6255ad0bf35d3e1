using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Connectivity;

/// <summary>What the products answer, by what stands at a URL of theirs, once a good token is shown (domain.md 5.6, 8 rows 4 and 14).</summary>
public static class ServiceAnswers
{
    /// <summary>To whoever asks for a challenge; null where there is one.</summary>
    /// <param name="service">What stands there; null for nothing.</param>
    /// <param name="url">Where.</param>
    public static Fault? ToAsking(TokenService? service, Uri url) =>
        service is null ? CallAnswers.AtChallenge(url, 404, null) : null;

    /// <summary>To whoever asks Autodiscover for a user; null where that is what answers.</summary>
    /// <param name="service">What stands there.</param>
    /// <param name="url">Where.</param>
    /// <param name="user">The address that is asked for.</param>
    public static Fault? ToUserSettings(TokenService service, Uri url, string user) => service switch
    {
        TokenService.Autodiscover => null,
        TokenService.PlainAutodiscover => CallAnswers.AtMessage(url, 200, "text/xml; charset=utf-8"),
        TokenService.Ews => AutodiscoverAnswer.Read(user, AutodiscoverAnswer.NoCode, "", null, null, null).Fault,
        TokenService.Guarded => CallAnswers.AtMessage(url, 200, "text/plain; charset=utf-8"),
        _ => CallAnswers.AtMessage(url, 404, null),
    };
}
