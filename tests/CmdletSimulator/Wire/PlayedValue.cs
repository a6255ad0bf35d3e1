using System.Collections.Immutable;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>What a cmdlet gives out, and what stands in its properties.</summary>
public abstract record PlayedValue
{
    private PlayedValue()
    {
    }

    public static PlayedValue Nothing { get; } = new Null();

    public static PlayedValue Of(string? text) => text is null ? Nothing : new Text(text);

    public static PlayedValue Of(bool flag) => new Flag(flag);

    public static PlayedValue Of(int number) => new Number(number);

    public static PlayedValue Of(Guid id) => new Identifier(id);

    public static PlayedValue Of(Uri? url) => url is null ? Nothing : new Address(url.OriginalString);

    /// <summary>In the local time of whoever reads it.</summary>
    public static PlayedValue Local(DateTimeOffset? date) => date is { } value ? new Date(value, DateTimeKind.Local) : Nothing;

    public static PlayedValue Utc(DateTimeOffset? date) => date is { } value ? new Date(value, DateTimeKind.Utc) : Nothing;

    public static PlayedValue Of(IEnumerable<string> texts, string? type = null) => new Items([.. texts.Select(Of)], type);

    /// <summary>Whether PowerShell makes nothing of it.</summary>
    public bool IsNothing => this is Null;

    public sealed record Null : PlayedValue;

    public sealed record Text(string Value) : PlayedValue;

    public sealed record Flag(bool Value) : PlayedValue;

    public sealed record Number(int Value) : PlayedValue;

    public sealed record Date(DateTimeOffset Value, DateTimeKind Kind) : PlayedValue;

    public sealed record Identifier(Guid Value) : PlayedValue;

    public sealed record Address(string Value) : PlayedValue;

    public sealed record Bytes(ImmutableArray<byte> Value) : PlayedValue;

    /// <param name="TypeName">Full name.</param>
    /// <param name="Name">The value's.</param>
    /// <param name="Names">Of all values, in order of their numbers from 0; live, the enumeration is made of them.</param>
    public sealed record Enumeration(string TypeName, string Name, ImmutableArray<string> Names) : PlayedValue
    {
        public int Value => Names.IndexOf(Name);
    }

    /// <param name="TypeName">Full name of a list of the vendor's; null for a plain one.</param>
    public sealed record Items(ImmutableArray<PlayedValue> Values, string? TypeName) : PlayedValue;

    /// <param name="TypeNames">Full names, the most derived first, without <c>Deserialized.</c>.</param>
    /// <param name="Whole">What <c>ToString</c> says.</param>
    /// <param name="Properties">In order.</param>
    public sealed record Thing(ImmutableArray<string> TypeNames, string? Whole, ImmutableArray<PlayedProperty> Properties) : PlayedValue
    {
        public PlayedValue this[string property] => Properties.FirstOrDefault(found => found.Name == property)?.Value ?? Nothing;
    }

    /// <summary>A certificate: live one of .NET, with the vendor's properties beside its own; from afar, what is rebuilt from its bytes.</summary>
    public sealed record Certificate(string TypeName, ImmutableArray<byte> Der, ImmutableArray<PlayedProperty> Properties) : PlayedValue;

    /// <summary>A property whose getter throws.</summary>
    public sealed record Unreadable(string Reason) : PlayedValue;
}

public sealed record PlayedProperty(string Name, PlayedValue Value);
