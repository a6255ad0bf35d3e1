using System.Collections.Immutable;
using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>A class that objects of answers are read into: read-only fields and one private constructor.</summary>
internal static class OutputClass
{
    public static void Write(
        CodeWriter code, TypeNames names, string className, string description, ImmutableArray<PropertySchema> properties) =>
        code.Documented(description).Line("[OutputType]").Block($"public sealed class {className}", body =>
        {
            foreach (var property in properties)
            {
                body.Documented(property.Description).Line($"public readonly {Type(names, property)} {property.Member};");
            }

            body.Line().Line("[OutputConstructor]").Line($"private {className}(");
            for (var index = 0; index < properties.Length; index++)
            {
                var last = index == properties.Length - 1;
                body.Line($"    {Type(names, properties[index])} {Parameter(properties[index])}{(last ? ")" : ",")}");
                if (!last)
                {
                    body.Line();
                }
            }

            body.Line("{");
            foreach (var property in properties)
            {
                body.Line($"    {property.Member} = {Parameter(property)};");
            }

            body.Line("}");
        });

    private static string Type(TypeNames names, PropertySchema property) =>
        property.IsRequired ? names.Output(property.Type) : names.OptionalOutput(property.Type);

    private static string Parameter(PropertySchema property) =>
        CSharpKeywords.Contains(property.Name) ? $"@{property.Name}" : property.Name;

    private static readonly HashSet<string> CSharpKeywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed",
        "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];
}
