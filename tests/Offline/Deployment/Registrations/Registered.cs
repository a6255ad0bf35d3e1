using PartnerTrust.Deployment.State;

namespace PartnerTrust.Deployment.Registrations;

/// <summary>A resource that the program has registered in this run.</summary>
internal sealed record Registered(Goal Goal, Slot? Slot, ResourceState State)
{
    /// <summary>Its URN in the old state when an alias led there.</summary>
    public string OldUrn { get; init; } = State.Urn;

    /// <summary>Output keys that this run cannot change.</summary>
    public IReadOnlyList<string> Stables { get; init; } = [];

    /// <summary>Made by a provider's Construct, which also says what each output depends on.</summary>
    public ConstructResult? Construct { get; init; }

    public bool OutputsGiven { get; init; }
}
