using System.Net;
using System.Net.Http.Headers;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Network;

/// <summary>Asks a server, with an empty Bearer header, whose tokens it takes (domain.md 5.6).</summary>
public static class Challenges
{
    /// <exception cref="FaultException">What answers there is no challenge.</exception>
    public static async Task<BearerChallenge> AskAsync(HttpsNetwork network, Uri url, CancellationToken cancellationToken)
    {
        var response = await network.SendAsync(() => Request(url), false, cancellationToken);
        if (response.Status == HttpStatusCode.Unauthorized)
        {
            foreach (var header in response.Challenges)
            {
                if (BearerChallenge.TryParse(header, out var challenge))
                {
                    return challenge!;
                }
            }
        }

        throw new FaultException(CallAnswers.AtChallenge(url, (int)response.Status, response.ContentType));
    }

    private static HttpRequestMessage Request(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer");
        return request;
    }
}
