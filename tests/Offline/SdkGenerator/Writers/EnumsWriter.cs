using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>Enumerations of strings, as structs that list the legal values.</summary>
internal static class EnumsWriter
{
    public static string Write(PackageSchema schema)
    {
        var code = CodeWriter.File("System", "System.ComponentModel", "Pulumi");
        code.Block($"namespace {schema.RootNamespace}", space =>
        {
            var first = true;
            foreach (var type in schema.Types.OfType<EnumTypeSchema>())
            {
                if (!first)
                {
                    space.Line();
                }

                first = false;
                WriteEnum(space, type);
            }
        });
        return code.ToString();
    }

    /// <summary>A member may not be called like a method that the struct has.</summary>
    public static string MemberName(EnumTypeSchema type, EnumMember member)
    {
        var name = Names.Pascal(string.Concat(member.Name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_')));
        return name == "Equals" ? "EqualsValue" : name.StartsWith('_') || char.IsDigit(name[0]) ? type.Name + name : name;
    }

    private static void WriteEnum(CodeWriter code, EnumTypeSchema type) =>
        code.Documented(type.Description).Line("[EnumType]").Block($"public readonly struct {type.Name} : IEquatable<{type.Name}>", body =>
        {
            body.Lines($$"""
                private readonly string _value;

                private {{type.Name}}(string value)
                {
                    _value = value ?? throw new ArgumentNullException(nameof(value));
                }
                """).Line();
            foreach (var member in type.Members)
            {
                body.Documented(member.Description)
                    .Line($"public static {type.Name} {MemberName(type, member)} {{ get; }} = new {type.Name}(\"{member.Value}\");");
            }

            body.Line().Lines($"""
                public static bool operator ==({type.Name} left, {type.Name} right) => left.Equals(right);
                public static bool operator !=({type.Name} left, {type.Name} right) => !left.Equals(right);

                public static explicit operator string({type.Name} value) => value._value;

                [EditorBrowsable(EditorBrowsableState.Never)]
                public override bool Equals(object? obj) => obj is {type.Name} other && Equals(other);
                public bool Equals({type.Name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);

                [EditorBrowsable(EditorBrowsableState.Never)]
                public override int GetHashCode() => _value?.GetHashCode() ?? 0;

                public override string ToString() => _value;
                """);
        });
}
