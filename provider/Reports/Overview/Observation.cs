using System.Collections.Immutable;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Overview;

/// <summary>What is known of an installation at one moment.</summary>
/// <param name="Source">Where it is from, for people: a data directory, the servers themselves, a stack's state.</param>
/// <param name="State">What the servers keep, as far as they could be read.</param>
/// <param name="Now">By the servers' clock.</param>
public sealed record Observation(string Source, TrustState State, DateTimeOffset Now)
{
    /// <summary>What was seen beside what the servers keep, such as a TLS certificate that has expired.</summary>
    public ImmutableArray<Sight> Sights { get; init; } = [];

    /// <summary>The servers that could not be read.</summary>
    public ImmutableArray<UnreadServer> Unread { get; init; } = [];

    /// <summary>What the source does not tell though it may decide something, each as a sentence.</summary>
    public ImmutableArray<string> Untold { get; init; } = [];

    /// <summary>Of what is planned: what the preview found when it did all of it to a copy of the trust, each as a sentence.</summary>
    public ImmutableArray<string> Proven { get; init; } = [];
}
