using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace PartnerTrust.SdkGenerator.Schema;

/// <summary>The part of a package schema that a C# package is made of (pulumi-protocol.md 6).</summary>
public sealed record PackageSchema(
    string Name,
    string Version,
    string PluginDownloadUrl,
    string Namespace,
    ImmutableArray<PropertySchema> Config,
    ResourceSchema Provider,
    ImmutableArray<ResourceSchema> Resources,
    ImmutableArray<FunctionSchema> Functions,
    ImmutableArray<TypeSchema> Types)
{
    /// <summary><c>Pulumi.PartnerTrust</c>.</summary>
    public string RootNamespace => $"Pulumi.{Namespace}";
}

/// <summary>A custom resource, a remote component, or the package's provider.</summary>
public sealed record ResourceSchema(
    string Token,
    string Name,
    string Description,
    bool IsComponent,
    bool IsProvider,
    ImmutableArray<PropertySchema> Inputs,
    ImmutableArray<PropertySchema> Outputs,
    ImmutableArray<PropertySchema>? State,
    ImmutableArray<string> Aliases,
    string? DeprecationMessage);

public sealed record FunctionSchema(
    string Token,
    string Name,
    string Description,
    ImmutableArray<PropertySchema> Inputs,
    ImmutableArray<PropertySchema> Outputs,
    string? DeprecationMessage);

/// <summary>A property; <paramref name="Environment"/> are the variables that stand in for an absent value.</summary>
public sealed record PropertySchema(
    string Name,
    TypeReference Type,
    string Description,
    bool IsRequired,
    bool IsSecret,
    bool ReplaceOnChanges,
    JsonNode? Default,
    ImmutableArray<string> Environment,
    string? DeprecationMessage)
{
    /// <summary>The C# name of the property.</summary>
    public string Member { get; } = Names.Pascal(Name);
}

public abstract record TypeSchema(string Name, string Description);

public sealed record ObjectTypeSchema(string Name, string Description, ImmutableArray<PropertySchema> Properties)
    : TypeSchema(Name, Description);

public sealed record EnumTypeSchema(string Name, string Description, ImmutableArray<EnumMember> Members)
    : TypeSchema(Name, Description);

public sealed record EnumMember(string Name, string Value, string Description);

/// <summary>A property's type.</summary>
public abstract record TypeReference;

public sealed record PrimitiveType(string Name) : TypeReference;

public sealed record ArrayType(TypeReference Element) : TypeReference;

public sealed record MapType(TypeReference Element) : TypeReference;

public sealed record NamedType(string Name) : TypeReference;

public sealed record UnionType(TypeReference First, TypeReference Second) : TypeReference;
