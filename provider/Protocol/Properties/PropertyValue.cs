using System.Collections.Immutable;

namespace PartnerTrust.Protocol.Properties;

/// <summary>A value as it travels inside a <c>google.protobuf.Struct</c> (pulumi-protocol.md 3). A closed family: every kind is nested here.
/// Equality is structural.</summary>
public abstract record PropertyValue
{
    private protected PropertyValue()
    {
    }

    public static PropertyValue Null { get; } = new NullValue();

    public static implicit operator PropertyValue(string value) => new TextValue(value);

    public static implicit operator PropertyValue(bool value) => new BoolValue(value);

    public static implicit operator PropertyValue(double value) => new NumberValue(value);

    public static implicit operator PropertyValue(int value) => new NumberValue(value);
}

public sealed record NullValue : PropertyValue
{
    internal NullValue()
    {
    }
}

public sealed record BoolValue(bool Value) : PropertyValue;

public sealed record NumberValue(double Value) : PropertyValue;

public sealed record TextValue(string Value) : PropertyValue;

public sealed record ListValue(ImmutableArray<PropertyValue> Items) : PropertyValue
{
    public static ListValue Of(IEnumerable<PropertyValue> items) => new([.. items]);

    public bool Equals(ListValue? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override int GetHashCode() => Items.Length;
}

/// <summary>Known only after the update. The decoder makes it out of any of the seven sentinels.</summary>
public sealed record UnknownValue(UnknownKind Kind) : PropertyValue
{
    public static UnknownValue Text { get; } = new(UnknownKind.Text);
}

/// <summary>A secret around any value, an unknown one included.</summary>
public sealed record SecretValue(PropertyValue Value) : PropertyValue
{
    /// <summary>Shows that there is a secret, never which.</summary>
    public override string ToString() => "[secret]";
}

/// <summary>An output: unknown when <paramref name="Value"/> is null.</summary>
public sealed record OutputValue(PropertyValue? Value, bool IsSecret, ImmutableArray<string> Dependencies) : PropertyValue
{
    public bool Equals(OutputValue? other) => other is not null && IsSecret == other.IsSecret && Equals(Value, other.Value)
        && Dependencies.AsSpan().SequenceEqual(other.Dependencies.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Value, IsSecret);

    public override string ToString() => IsSecret ? "[secret]" : $"Output({Value?.ToString() ?? "unknown"})";
}

/// <summary>A resource reference: <paramref name="Id"/> is null for a component, an <see cref="UnknownValue"/> while not known.</summary>
public sealed record ResourceReferenceValue(string Urn, PropertyValue? Id, string? PackageVersion) : PropertyValue;

/// <summary>An asset: exactly one of text, path and URI, or none when only its hash was sent.</summary>
public sealed record AssetValue(string? Hash, string? Text, string? Path, string? Uri) : PropertyValue;

/// <summary>An archive: assets by name, a path or a URI, or none when only its hash was sent.</summary>
public sealed record ArchiveValue(string? Hash, PropertyMap? Assets, string? Path, string? Uri) : PropertyValue;

public enum UnknownKind
{
    Text,
    Bool,
    Number,
    List,
    Map,
    Asset,
    Archive,
}
