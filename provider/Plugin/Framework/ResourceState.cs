using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Framework;

/// <summary>A resource as it is now.</summary>
/// <param name="Id">The id by which it is also imported.</param>
/// <param name="Inputs">What a program would write to have it so.</param>
/// <param name="Computed">The outputs that are no inputs, or that differ from them.</param>
public sealed record ResourceState(string Id, PropertyMap Inputs, PropertyMap Computed)
{
    /// <summary>The paths at which the next update has something to put right that does not show in <see cref="Inputs"/>.</summary>
    public ImmutableArray<string> Drift { get; init; } = [];

    /// <summary>Outputs that the engine keeps and shows to nobody, for what no server remembers; their names begin with two underscores.</summary>
    public PropertyMap Remembered { get; init; } = PropertyMap.Empty;

    /// <summary>Whether the engine is to read the resource again before it plans the next change.</summary>
    public bool RefreshBeforeUpdate { get; init; }
}
