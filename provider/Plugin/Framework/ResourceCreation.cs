using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Framework;

/// <summary>A resource to be made.</summary>
/// <param name="Inputs">Its inputs.</param>
public sealed record ResourceCreation(PropertyMap Inputs)
{
    /// <summary>The id of what it takes the place of; null when it replaces nothing.</summary>
    public string? Predecessor { get; init; }

    /// <summary>The names of records that it may take for its own, because their writing was interrupted and no other resource calls them its
    /// own.</summary>
    public ImmutableArray<string> Adoptable { get; init; } = [];
}
