using System.Text.Json;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.StackFiles.Texts;

/// <summary>A resource as a stack's state remembers it, or as a preview foresees it.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">Empty for a component; what stands for the unknown, for one that is to be created.</param>
/// <param name="Provider">The reference of its provider: its URN, two colons, its id. Empty where none is named.</param>
/// <param name="Inputs">What the program gives it.</param>
/// <param name="Outputs">What it was, or will be; empty where that is not told.</param>
internal sealed record StackResource(string Urn, string Id, string Provider, PropertyMap Inputs, PropertyMap Outputs)
{
    public const string ProviderType = $"pulumi:providers:{PackageSchema.PackageName}";

    public string Type { get; } = PackageTokens.TypeOf(Urn);

    /// <summary>Whether a provider keeps it: a component is nothing but its children.</summary>
    public bool IsCustom { get; private init; }

    /// <summary>Whether it was replaced, and is to be deleted yet.</summary>
    public bool IsToBeDeleted { get; private init; }

    /// <summary>Whether it was deleted, and what replaces it is to be created yet.</summary>
    public bool IsToBeReplaced { get; private init; }

    /// <summary>Whether it stays on its server when it leaves the stack.</summary>
    public bool IsRetained { get; private init; }

    /// <summary>When the state of it was last changed; null where that is not told.</summary>
    public DateTimeOffset? Modified { get; private init; }

    /// <summary>Whether it is foreseen, and not yet there.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Whether it is a provider of this package.</summary>
    public bool IsProvider => Type == ProviderType;

    /// <summary>What it is of this package; empty for a resource of another.</summary>
    public string Kind => PackageTokens.NameIn(Type);

    /// <summary>As messages name it.</summary>
    public string Title => $"{Kind} \"{PackageTokens.NameOf(Urn)}\"";

    /// <summary>By which its own resources name it, where it is a provider.</summary>
    public string Reference => $"{Urn}::{Id}";

    /// <summary>The URN in the reference of a provider, which keeps it where the id is not known yet.</summary>
    public static string UrnIn(string reference) =>
        reference.LastIndexOf("::", StringComparison.Ordinal) is > 0 and var end ? reference[..end] : reference;

    public static StackResource Read(JsonElement resource) => new(
        Text(resource, "urn"),
        Text(resource, "id"),
        Text(resource, "provider"),
        StackValues.ReadMap(resource, "inputs"),
        StackValues.ReadMap(resource, "outputs"))
    {
        IsCustom = Flag(resource, "custom"),
        IsToBeDeleted = Flag(resource, "delete"),
        IsToBeReplaced = Flag(resource, "pendingReplacement"),
        IsRetained = Flag(resource, "retainOnDelete"),
        Modified = Instant.Parse(Text(resource, "modified")),
    };

    /// <summary>Empty where there is none.</summary>
    public static string Text(JsonElement resource, string name) =>
        resource.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Flag(JsonElement resource, string name) =>
        resource.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
