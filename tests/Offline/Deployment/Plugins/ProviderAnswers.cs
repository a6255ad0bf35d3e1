using System.Collections.Immutable;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Plugins;

internal sealed record CheckAnswer(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures);

/// <summary>What became of a resource. <paramref name="Failure"/> holds the reasons when it exists but is not what was asked for.</summary>
internal sealed record ResourceAnswer(string Id, PropertyMap Outputs, PropertyMap? Inputs, bool RefreshBeforeUpdate, ImmutableArray<string> Failure)
{
    /// <summary>Read found nothing.</summary>
    public bool IsGone { get; init; }
}

/// <summary>The provider's opinion of old and new (pulumi-protocol.md 2.3, Diff).</summary>
internal sealed record DiffAnswer(
    DiffResponse.Types.DiffChanges Changes,
    ImmutableArray<string> Replaces,
    ImmutableArray<string> ChangedKeys,
    ImmutableArray<string> Stables,
    bool DeleteBeforeReplace,
    ImmutableSortedDictionary<string, PropertyChange> Details)
{
    public static DiffAnswer Unknown { get; } = new(DiffResponse.Types.DiffChanges.DiffUnknown, [], [], [], false, PropertyChange.None);

    public bool IsReplacement => Replaces.Length > 0 || Details.Values.Any(change => change.IsReplacement);
}
