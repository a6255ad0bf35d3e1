using System.Net;
using System.Net.Http.Headers;
using PartnerTrust.Emulator.Network;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Asks a server, with an empty Bearer header, whose tokens it takes (domain.md 5.6).</summary>
internal static class Challenges
{
    public static async Task<BearerChallenge> AskAsync(EmulatedNetwork network, Uri url, CancellationToken cancellationToken)
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

        throw new CheckFailure(CallAnswers.AtChallenge(url, (int)response.Status, response.ContentType));
    }

    private static HttpRequestMessage Request(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer");
        return request;
    }
}
