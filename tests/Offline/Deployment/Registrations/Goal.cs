using System.Collections.Immutable;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Registrations;

/// <summary>What a program wants of one resource, option by option.</summary>
internal sealed record Goal
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public required string Parent { get; init; }

    public bool Custom { get; init; }

    public bool Remote { get; init; }

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public bool? DeleteBeforeReplace { get; init; }

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    public string Provider { get; init; } = "";

    public ImmutableDictionary<string, string> Providers { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string Version { get; init; } = "";

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public ImmutableArray<string> HideDiffs { get; init; } = [];

    public ImmutableArray<string> AliasUrns { get; init; } = [];

    public ImmutableArray<Alias> Aliases { get; init; } = [];

    public string ImportId { get; init; } = "";

    public string DeletedWith { get; init; } = "";

    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    public PropertyValue? ReplacementTrigger { get; init; }

    public CustomTimeouts Timeouts { get; init; } = CustomTimeouts.None;

    public bool IsProvider => Type.StartsWith("pulumi:providers:", StringComparison.Ordinal);

    public static Goal Read(RegisterResourceRequest request, string version)
    {
        var inputs = PropertyCodec.Decode(request.Object);
        var dependencies = request.PropertyDependencies.ToImmutableSortedDictionary(
            entry => entry.Key, entry => entry.Value.Urns.ToImmutableArray(), StringComparer.Ordinal);
        if (dependencies.Count == 0 && request.Dependencies.Count > 0 && !request.Remote)
        {
            dependencies = inputs.Keys.ToImmutableSortedDictionary(key => key, _ => request.Dependencies.ToImmutableArray(), StringComparer.Ordinal);
        }

        return new Goal
        {
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Custom = request.Custom,
            Remote = request.Remote,
            Inputs = request.Remote ? inputs : inputs.WithoutOutputs(),
            Protect = request.HasProtect ? request.Protect : null,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : null,
            DeleteBeforeReplace = request.DeleteBeforeReplace || request.DeleteBeforeReplaceDefined ? request.DeleteBeforeReplace : null,
            Dependencies = [.. request.Dependencies],
            PropertyDependencies = dependencies,
            Provider = request.Provider,
            Providers = request.Providers.ToImmutableDictionary(),
            Version = version,
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            HideDiffs = [.. request.HideDiffs],
            AliasUrns = [.. request.AliasURNs],
            Aliases = [.. request.Aliases],
            ImportId = request.ImportId,
            DeletedWith = request.DeletedWith,
            ReplaceWith = [.. request.ReplaceWith],
            ReplacementTrigger = request.ReplacementTrigger is { } trigger ? PropertyCodec.Decode(trigger) : null,
            Timeouts = Durations.Read(request.CustomTimeouts),
        };
    }

    /// <summary>The state that this goal asks for, before anybody has checked or done anything.</summary>
    public ResourceState ToState(string urn, DateTimeOffset now) => new()
    {
        Urn = urn,
        Type = Type,
        Custom = Custom,
        Inputs = Inputs,
        Parent = Parent,
        Dependencies = Dependencies,
        PropertyDependencies = PropertyDependencies,
        Protect = Protect ?? false,
        RetainOnDelete = RetainOnDelete ?? false,
        AdditionalSecretOutputs = AdditionalSecretOutputs,
        IgnoreChanges = IgnoreChanges,
        ReplaceOnChanges = ReplaceOnChanges,
        HideDiff = HideDiffs,
        Timeouts = Timeouts,
        ImportId = ImportId,
        DeletedWith = DeletedWith,
        ReplaceWith = ReplaceWith,
        ReplacementTrigger = ReplacementTrigger,
        Created = now,
        Modified = now,
    };
}
