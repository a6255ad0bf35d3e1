using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>A resource in the stack's state.</summary>
internal sealed record TruthEntry(TruthIdentity Identity, int Provider, string Id, PropertyMap Inputs, PropertyMap Outputs)
{
    public string Key => Identity.Key;

    public bool IsReadFirst { get; init; }

    /// <summary>Made, but not complete: updated by the next run although nothing differs.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Deleted to be replaced, and not made again.</summary>
    public bool IsPendingReplacement { get; init; }

    /// <summary>Keys.</summary>
    public required IReadOnlySet<string> Needs { get; init; }
}
