namespace PartnerTrust.Network;

/// <summary>What one outbound exchange may cost (domain.md 3.2: a consumer limits what it takes).</summary>
/// <param name="Timeout">For the whole exchange, redirects included.</param>
/// <param name="LargestBody">Bytes.</param>
/// <param name="MostRedirects">All on the same host.</param>
public sealed record NetworkLimits(TimeSpan Timeout, int LargestBody, int MostRedirects)
{
    // A refusal takes at most five seconds, and giving up is a part of it.
    public static NetworkLimits Usual { get; } = new(TimeSpan.FromSeconds(4.9), 1024 * 1024, 3);
}
