using System.Collections.Immutable;

namespace PartnerTrust.Deployment.State;

/// <summary>A stack as it lies in its file: resources after everything they refer to, and the steps of which nobody knows how they ended.</summary>
public sealed record Snapshot(ImmutableArray<ResourceState> Resources, ImmutableArray<PendingOperation> Pending)
{
    public static Snapshot Empty { get; } = new([], []);
}
