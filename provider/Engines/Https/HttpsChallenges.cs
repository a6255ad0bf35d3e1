using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Network;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.Https;

internal sealed class HttpsChallenges(HttpsNetwork network) : IChallengeSource
{
    public Task<BearerChallenge> AskAsync(Uri url, CancellationToken cancellationToken) => Challenges.AskAsync(network, url, cancellationToken);
}
