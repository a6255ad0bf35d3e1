using PartnerTrust.Network;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.PowerShell.Checks;

internal sealed class Challenger(HttpsNetwork network) : IChallenger
{
    public Task<BearerChallenge> AskAsync(Uri url, CancellationToken cancellationToken) => Challenges.AskAsync(network, url, cancellationToken);
}
