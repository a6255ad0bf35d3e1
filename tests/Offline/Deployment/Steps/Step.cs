using System.Collections.Immutable;
using PartnerTrust.Deployment.State;

namespace PartnerTrust.Deployment.Steps;

/// <summary>One thing that a deployment did, or would do, to one resource.</summary>
public sealed record Step(StepOperation Operation, ResourceState? Old, ResourceState? New)
{
    public ImmutableSortedDictionary<string, PropertyChange> Changes { get; init; } = PropertyChange.None;

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    public TimeSpan Duration { get; init; }

    public ResourceState State => New ?? Old ?? throw new InvalidOperationException("a step is about a resource");

    public string Urn => State.Urn;

    public string Type => State.Type;

    public string Name => Urns.Name(Urn);

    /// <summary>A provider that nobody declared: its steps are the engine's own business, which users are neither shown nor counted.</summary>
    public bool IsInternal => State.IsProvider && Error is null && (Name == "default" || Name.StartsWith("default_", StringComparison.Ordinal));

    public bool IsChange => Operation is not (StepOperation.Same or StepOperation.Read or StepOperation.Replace);
}
