using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.Contract.Capabilities;

/// <summary>Asks servers, over HTTPS and without a token, whose tokens they take (domain.md 5.6, 6.3). It changes nothing there.</summary>
public interface IChallengeSource
{
    /// <exception cref="Trust.Faults.FaultException">There is no challenge.</exception>
    Task<BearerChallenge> AskAsync(Uri url, CancellationToken cancellationToken);
}
