using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator;

/// <summary>How types of the schema are written in C# (pulumi-csharp-sdk.md 2.7).</summary>
public sealed class TypeNames(PackageSchema schema)
{
    private readonly HashSet<string> enums = [.. schema.Types.OfType<EnumTypeSchema>().Select(type => type.Name)];

    public bool IsEnum(TypeReference type) => type is NamedType named && enums.Contains(named.Name);

    /// <summary><c>Input&lt;T&gt;</c>, <c>InputList&lt;T&gt;</c>, …</summary>
    public string Input(TypeReference type) => type switch
    {
        ArrayType array => $"InputList<{Element(array.Element, "Inputs", "Args")}>",
        MapType map => $"InputMap<{Element(map.Element, "Inputs", "Args")}>",
        UnionType union => $"InputUnion<{Element(union.First, "Inputs", "Args")}, {Element(union.Second, "Inputs", "Args")}>",
        _ => $"Input<{Element(type, "Inputs", "Args")}>",
    };

    public string Output(TypeReference type) => Element(type, "Outputs", "");

    /// <summary>As an optional output: arrays are never null but default.</summary>
    public string OptionalOutput(TypeReference type) => type is ArrayType ? Output(type) : Output(type) + "?";

    /// <summary>As the argument of a function that is called with plain values.</summary>
    public string Plain(TypeReference type) => type switch
    {
        ArrayType array => $"List<{Output(array.Element)}>",
        MapType map => $"Dictionary<string, {Output(map.Element)}>",
        _ => Output(type),
    };

    public string Config(TypeReference type) => Element(type, "Types", "");

    /// <summary>The type inside an input, for the empty secret that marks it.</summary>
    public string InputElement(TypeReference type) => Element(type, "Inputs", "Args");

    public bool IsValueType(TypeReference type) => IsEnum(type) || type is PrimitiveType { Name: not "string" };

    private string Element(TypeReference type, string qualifier, string suffix) => type switch
    {
        ArrayType array => $"ImmutableArray<{Element(array.Element, qualifier, suffix)}>",
        MapType map => $"ImmutableDictionary<string, {Element(map.Element, qualifier, suffix)}>",
        UnionType union => $"Union<{Element(union.First, qualifier, suffix)}, {Element(union.Second, qualifier, suffix)}>",
        NamedType named when enums.Contains(named.Name) => $"{schema.RootNamespace}.{named.Name}",
        NamedType named => $"{qualifier}.{named.Name}{suffix}",
        PrimitiveType { Name: "boolean" } => "bool",
        PrimitiveType { Name: "integer" } => "int",
        PrimitiveType { Name: "number" } => "double",
        PrimitiveType { Name: "string" } => "string",
        _ => throw new NotSupportedException($"The type {type} is not generated."),
    };
}
