using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What a look at a server showed.</summary>
/// <param name="Snapshot">As far as it can be told.</param>
internal sealed record ServerSight(ServerSnapshot Snapshot)
{
    /// <summary>What the server names as bound.</summary>
    public BoundCertificates Bound { get; init; } = BoundCertificates.None;

    /// <summary>Why the snapshot is not the whole truth: bound certificates that nobody has. Who wants to know what is bound has no answer; who
    /// puts another in their place can go on.</summary>
    public ImmutableArray<Fault> Gaps { get; init; } = [];
}
