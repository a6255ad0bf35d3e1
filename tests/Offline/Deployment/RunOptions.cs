using System.Collections.Immutable;

namespace PartnerTrust.Deployment;

/// <summary>How one run of the engine is to go.</summary>
public sealed record RunOptions
{
    public bool IsPreview { get; init; }

    public int Parallel { get; init; } = 4 * System.Environment.ProcessorCount;

    /// <summary>The URNs that may change; empty for all.</summary>
    public ImmutableHashSet<string> Targets { get; init; } = [];

    /// <summary>The URNs that are replaced whatever the provider would say.</summary>
    public ImmutableHashSet<string> Replaces { get; init; } = [];

    /// <summary>Ports of providers that already run, by package.</summary>
    public ImmutableDictionary<string, int> Attached { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Variables that plugins see on top of this process's own.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool Allows(string urn) => Targets.Count == 0 || Targets.Contains(urn);
}
