namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>Resource options, as far as an engine and not the plugin obeys them. At most one is set, so that a shrunk plan says which it
/// was.</summary>
internal sealed record NodeOptions(
    bool Protect = false, bool RetainOnDelete = false, bool DeletedWithNeed = false, bool DeleteFirst = false, bool Ignores = false)
{
    public static NodeOptions None { get; } = new();

    public static NodeOptions Of(PlanRandom random) => random.Below(14) switch
    {
        0 => new NodeOptions(Protect: true),
        1 => new NodeOptions(RetainOnDelete: true),
        2 => new NodeOptions(DeletedWithNeed: true),
        3 => new NodeOptions(DeleteFirst: true),
        4 => new NodeOptions(Ignores: true),
        _ => None,
    };

    /// <summary>What is left of them once nothing has to be kept any more.</summary>
    public NodeOptions LetGo() => this with { Protect = false, RetainOnDelete = false, DeletedWithNeed = false };
}
