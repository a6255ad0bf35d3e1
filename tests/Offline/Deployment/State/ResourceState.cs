using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.State;

/// <summary>One resource of a stack's state (pulumi-protocol.md 7.4).</summary>
public sealed record ResourceState
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public bool Custom { get; init; }

    /// <summary>Empty for components, and in a preview for what is yet to be created.</summary>
    public string Id { get; init; } = "";

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    public string Parent { get; init; } = "";

    /// <summary><c>URN::ID</c> of the provider resource.</summary>
    public string Provider { get; init; } = "";

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>The old half of a replacement, still to be deleted.</summary>
    public bool Delete { get; init; }

    /// <summary>Read, not managed.</summary>
    public bool External { get; init; }

    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    /// <summary>Deleted before its replacement was made, by a run that did not finish.</summary>
    public bool PendingReplacement { get; init; }

    public bool RefreshBeforeUpdate { get; init; }

    public ImmutableArray<string> InitErrors { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public ImmutableArray<string> Aliases { get; init; } = [];

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public ImmutableArray<string> HideDiff { get; init; } = [];

    public CustomTimeouts Timeouts { get; init; } = CustomTimeouts.None;

    public string ImportId { get; init; } = "";

    public string DeletedWith { get; init; } = "";

    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    public PropertyValue? ReplacementTrigger { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public bool IsProvider => Type.StartsWith("pulumi:providers:", StringComparison.Ordinal);

    public string Reference => $"{Urn}::{(Id.Length == 0 ? Values.Unknowns.Text : Id)}";

    /// <summary>The URNs that must outlive this resource.</summary>
    public IEnumerable<string> References()
    {
        var provider = Provider.Length == 0 ? [] : new[] { Urns.OfReference(Provider).Urn };
        return new[] { Parent, DeletedWith }.Concat(provider).Concat(Dependencies).Concat(PropertyDependencies.Values.SelectMany(urns => urns))
            .Where(urn => urn.Length > 0).Distinct();
    }
}
