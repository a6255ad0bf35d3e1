using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>A resource in the stack's state.</summary>
internal sealed record StackEntry(string Name, string Id, PropertyMap Inputs, PropertyMap Outputs, bool RefreshBeforeUpdate)
{
    /// <summary>Made, but not complete: updated by the next run although nothing differs.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Deleted to be replaced, and not made again yet.</summary>
    public bool IsPendingReplacement { get; init; }

    public NodeOptions Options { get; init; } = NodeOptions.None;
}
