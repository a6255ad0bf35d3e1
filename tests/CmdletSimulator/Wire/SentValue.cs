using System.Collections.Immutable;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>What the binder bound to a parameter, with its type.</summary>
public abstract record SentValue
{
    private SentValue()
    {
    }

    /// <summary>The .NET type that arrived, as documents name it; <c>null</c> for none.</summary>
    public abstract string Type { get; }

    public sealed record Null : SentValue
    {
        public override string Type => "null";
    }

    public sealed record Text(string Value) : SentValue
    {
        public override string Type => "String";
    }

    /// <summary>Items may be null.</summary>
    public sealed record Texts(ImmutableArray<string?> Values) : SentValue
    {
        public override string Type => "String[]";
    }

    public sealed record Switch(bool IsOn) : SentValue
    {
        public override string Type => "SwitchParameter";
    }

    public sealed record Flag(bool Value) : SentValue
    {
        public override string Type => "Boolean";
    }

    public sealed record Number(long Value) : SentValue
    {
        public override string Type => "Int32";
    }

    public sealed record Identifier(Guid Value) : SentValue
    {
        public override string Type => "Guid";
    }

    /// <param name="Value">The instant, in UTC.</param>
    /// <param name="Kind">As it arrived: <c>Local</c>, <c>Utc</c> or <c>Unspecified</c>.</param>
    public sealed record Date(DateTimeOffset Value, string Kind) : SentValue
    {
        public override string Type => "DateTime";
    }

    public sealed record Bytes(ImmutableArray<byte> Value) : SentValue
    {
        public override string Type => "Byte[]";
    }

    public sealed record Secret(string Value) : SentValue
    {
        public override string Type => "SecureString";

        public override string ToString() => "Secret { [secret] }";
    }

    public sealed record Address(string Value) : SentValue
    {
        public override string Type => "Uri";
    }

    /// <param name="Der">The public half.</param>
    /// <param name="Pkcs8">Its private key; empty for one that cannot be exported, null where there is none.</param>
    public sealed record Certificate(ImmutableArray<byte> Der, ImmutableArray<byte>? Pkcs8) : SentValue
    {
        public override string Type => "X509Certificate2";
    }

    public sealed record Credential(string User, string Password) : SentValue
    {
        public override string Type => "PSCredential";

        public override string ToString() => $"Credential {{ {User} }}";
    }

    public sealed record Script(string Value) : SentValue
    {
        public override string Type => "ScriptBlock";
    }

    /// <summary>Something that another cmdlet gave out.</summary>
    public sealed record Thing(string TypeName, string Whole, ImmutableDictionary<string, SentValue> Properties) : SentValue
    {
        public override string Type => "PSObject";

        public string? Find(string property) => Properties.GetValueOrDefault(property) switch
        {
            Text text => text.Value,
            Identifier id => id.Value.ToString(),
            Address address => address.Value,
            _ => null,
        };
    }

    public sealed record Items(ImmutableArray<SentValue> Values) : SentValue
    {
        public override string Type => Values is [{ } first, ..] ? first.Type + "[]" : "Object[]";
    }
}
