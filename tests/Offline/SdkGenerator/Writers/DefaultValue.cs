using System.Text.Json;
using System.Text.Json.Nodes;
using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>The value of an argument that a program leaves out: environment first, then the literal.</summary>
internal static class DefaultValue
{
    public static string? Of(PackageSchema schema, TypeNames names, PropertySchema property)
    {
        var literal = property.Default is { } value ? Literal(schema, names, property, value) : null;
        if (property.Environment.IsEmpty)
        {
            return literal;
        }

        var suffix = property.Type switch
        {
            PrimitiveType { Name: "boolean" } => "Boolean",
            PrimitiveType { Name: "integer" } => "Int32",
            PrimitiveType { Name: "number" } => "Double",
            _ => "",
        };
        var variables = string.Join(", ", property.Environment.Select(variable => $"\"{variable}\""));
        var read = $"Utilities.GetEnv{suffix}({variables})";
        return literal is null ? read : $"{read} ?? {literal}";
    }

    private static string Literal(PackageSchema schema, TypeNames names, PropertySchema property, JsonNode value)
    {
        if (names.IsEnum(property.Type))
        {
            var type = schema.Types.OfType<EnumTypeSchema>().Single(candidate => candidate.Name == ((NamedType)property.Type).Name);
            var member = type.Members.Single(candidate => candidate.Value == value.GetValue<string>());
            return $"{schema.RootNamespace}.{type.Name}.{EnumsWriter.MemberName(type, member)}";
        }

        return value.GetValueKind() switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.String => value.ToJsonString(),
            JsonValueKind.Number => value.ToJsonString(),
            var kind => throw new NotSupportedException($"A default of kind {kind} is not generated."),
        };
    }
}
