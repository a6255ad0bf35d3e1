using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Framework;

/// <summary>The resource exists as <see cref="State"/> says, but is not complete: the engine keeps it, and the next run goes on from there.</summary>
public sealed class PartialFailureException(ResourceState state, ImmutableArray<Fault> reasons, Exception? cause = null)
    : Exception(string.Join("; ", reasons), cause)
{
    public ResourceState State { get; } = state;

    public ImmutableArray<Fault> Reasons { get; } = reasons;
}
