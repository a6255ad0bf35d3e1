using System.Collections.Immutable;
using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>Classes of arguments: of resources, of functions, of nested objects, and what qualifies a lookup.</summary>
internal static class ArgsWriter
{
    public static void Write(
        CodeWriter code, PackageSchema schema, TypeNames names, string className, string baseName,
        ImmutableArray<PropertySchema> properties, bool json = false, string description = "") =>
        code.Documented(description).Block($"public sealed class {className} : global::Pulumi.{baseName}", body =>
        {
            foreach (var property in properties)
            {
                WriteProperty(body, names, property, json);
                body.Line();
            }

            WriteEnd(body, schema, names, className, properties);
        });

    /// <summary>Arguments of a function that is called with plain values.</summary>
    public static void WritePlain(
        CodeWriter code, PackageSchema schema, TypeNames names, string className, ImmutableArray<PropertySchema> properties) =>
        code.Block($"public sealed class {className} : global::Pulumi.InvokeArgs", body =>
        {
            foreach (var property in properties)
            {
                WritePlainProperty(body, names, property);
                body.Line();
            }

            WriteEnd(body, schema, names, className, properties);
        });

    private static void WriteEnd(
        CodeWriter code, PackageSchema schema, TypeNames names, string className, ImmutableArray<PropertySchema> properties)
    {
        code.Block($"public {className}()", constructor =>
        {
            foreach (var property in properties)
            {
                if (DefaultValue.Of(schema, names, property) is { } value)
                {
                    constructor.Line($"{property.Member} = {value};");
                }
            }
        });
        code.Line($"public static new {className} Empty => new {className}();");
    }

    private static void WriteProperty(CodeWriter code, TypeNames names, PropertySchema property, bool json)
    {
        var type = names.Input(property.Type);
        var collection = property.Type is ArrayType or MapType;
        if (collection || property.IsSecret)
        {
            code.Line(Attribute(property, json))
                .Line($"private {type}? _{property.Name};")
                .Documented(property.Description, property.DeprecationMessage)
                .Block($"public {type}{(collection ? "" : "?")} {property.Member}", accessors =>
                {
                    accessors.Line(collection ? $"get => _{property.Name} ?? (_{property.Name} = new {type}());" : $"get => _{property.Name};");
                    WriteSetter(accessors, names, property, type);
                });
            return;
        }

        code.Documented(property.Description, property.DeprecationMessage)
            .Line(Attribute(property, json))
            .Line($"public {type}{(property.IsRequired ? "" : "?")} {property.Member} {{ get; set; }}{(property.IsRequired ? " = null!;" : "")}");
    }

    private static void WritePlainProperty(CodeWriter code, TypeNames names, PropertySchema property)
    {
        var type = names.Plain(property.Type);
        if (property.Type is ArrayType or MapType)
        {
            code.Line(Attribute(property, json: false))
                .Line($"private {type}? _{property.Name};")
                .Documented(property.Description, property.DeprecationMessage)
                .Block($"public {type} {property.Member}", accessors => accessors
                    .Line($"get => _{property.Name} ?? (_{property.Name} = new {type}());")
                    .Line($"set => _{property.Name} = value;"));
            return;
        }

        var initializer = property.IsRequired && !names.IsValueType(property.Type) ? " = null!;" : "";
        code.Documented(property.Description, property.DeprecationMessage)
            .Line(Attribute(property, json: false))
            .Line($"public {type}{(property.IsRequired ? "" : "?")} {property.Member} {{ get; set; }}{initializer}");
    }

    /// <summary>A secret argument is joined with an empty secret, which makes it one whatever the program passes.</summary>
    private static void WriteSetter(CodeWriter code, TypeNames names, PropertySchema property, string type)
    {
        if (!property.IsSecret)
        {
            code.Line($"set => _{property.Name} = value;");
            return;
        }

        var (empty, join) = property.Type switch
        {
            ArrayType array => (
                $"ImmutableArray.Create<{names.InputElement(array.Element)}>()",
                "Output.All(value, emptySecret).Apply(v => v[0])"),
            MapType map => (
                $"ImmutableDictionary.Create<string, {names.InputElement(map.Element)}>()",
                "Output.All(value, emptySecret).Apply(v => v[0])"),
            _ => ("0", $"Output.Tuple<{type}?, int>(value, emptySecret).Apply(t => t.Item1)"),
        };
        code.Block("set", setter => setter
            .Line($"var emptySecret = Output.CreateSecret({empty});")
            .Line($"_{property.Name} = {join};"));
    }

    /// <summary>A provider takes everything but text as JSON.</summary>
    private static string Attribute(PropertySchema property, bool json) =>
        $"[Input(\"{property.Name}\"{(property.IsRequired ? ", required: true" : "")}"
        + $"{(json && property.Type is not PrimitiveType { Name: "string" } ? ", json: true" : "")})]";
}
