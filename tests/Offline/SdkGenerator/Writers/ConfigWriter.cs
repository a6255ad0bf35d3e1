using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>The package's stack settings as a static class.</summary>
internal static class ConfigWriter
{
    public static string Write(PackageSchema schema, TypeNames names)
    {
        var code = CodeWriter.File("System", "System.Collections.Immutable");
        code.Block($"namespace {schema.RootNamespace}", space => space.Block("public static class Config", body =>
        {
            body.Lines(ValueClass).Line()
                .Line($"private static readonly global::Pulumi.Config __config = new global::Pulumi.Config(\"{schema.Name}\");").Line();
            foreach (var setting in schema.Config)
            {
                WriteSetting(body, schema, names, setting);
            }

            body.Block("public static class Types", types =>
            {
                foreach (var type in UsedTypes(schema))
                {
                    WriteType(types, names, type);
                }
            });
        }));
        return code.ToString();
    }

    private const string ValueClass = """
        [global::System.Diagnostics.CodeAnalysis.SuppressMessage("Microsoft.Design", "IDE1006", Justification =
        "Double underscore prefix used to avoid conflicts with variable names.")]
        private sealed class __Value<T>
        {
            private readonly Func<T> _getter;
            private T _value = default!;
            private bool _set;

            public __Value(Func<T> getter)
            {
                _getter = getter;
            }

            public T Get() => _set ? _value : _getter();

            public void Set(T value)
            {
                _value = value;
                _set = true;
            }
        }
        """;

    private static void WriteSetting(CodeWriter code, PackageSchema schema, TypeNames names, PropertySchema setting)
    {
        var plain = names.Config(setting.Type);
        var type = setting.Type is ArrayType ? plain : $"{plain}?";
        var getter = setting.Type switch
        {
            PrimitiveType { Name: "string" } => "Get",
            PrimitiveType { Name: "boolean" } => "GetBoolean",
            PrimitiveType { Name: "integer" } => "GetInt32",
            _ => $"GetObject<{plain}>",
        };
        var fallback = DefaultValue.Of(schema, names, setting) is { } value ? $" ?? {value}" : "";
        code.Line(
            $"private static readonly __Value<{type}> _{setting.Name} = new __Value<{type}>(() => __config.{getter}(\"{setting.Name}\"){fallback});")
            .Documented(setting.Description)
            .Block($"public static {type} {setting.Member}", accessors => accessors
                .Line($"get => _{setting.Name}.Get();")
                .Line($"set => _{setting.Name}.Set(value);"))
            .Line();
    }

    private static void WriteType(CodeWriter code, TypeNames names, ObjectTypeSchema type) =>
        code.Line().Block($"public class {type.Name}", body =>
        {
            foreach (var property in type.Properties)
            {
                var name = names.Config(property.Type);
                var optional = property.IsRequired || property.Type is ArrayType ? "" : "?";
                var initializer = names.IsValueType(property.Type) || property.Type is ArrayType ? "" : " = null!;";
                body.Documented(property.Description).Line($"public {name}{optional} {property.Member} {{ get; set; }}{initializer}");
            }
        });

    private static IEnumerable<ObjectTypeSchema> UsedTypes(PackageSchema schema)
    {
        var used = schema.Config.Select(setting => setting.Type is ArrayType array ? array.Element : setting.Type).OfType<NamedType>();
        return schema.Types.OfType<ObjectTypeSchema>().Where(type => used.Any(named => named.Name == type.Name));
    }
}
