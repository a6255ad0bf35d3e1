using System.Collections.Immutable;

namespace PartnerTrust.Plugin.Schema;

/// <summary>The type of a property as <c>schema.json</c> gives it.</summary>
public abstract record TypeSchema
{
    private TypeSchema()
    {
    }

    /// <summary>How users call the type in messages.</summary>
    public abstract string Description { get; }

    public sealed record Text : TypeSchema
    {
        public override string Description => "a text";
    }

    public sealed record Flag : TypeSchema
    {
        public override string Description => "true or false";
    }

    public sealed record Number(bool IsWhole) : TypeSchema
    {
        public override string Description => IsWhole ? "a whole number" : "a number";
    }

    /// <param name="Name">Of the type.</param>
    /// <param name="Values">Which there are.</param>
    /// <param name="Meanings">What each of them means.</param>
    public sealed record Choice(string Name, ImmutableArray<string> Values, ImmutableArray<string> Meanings) : TypeSchema
    {
        public override string Description => "one of " + string.Join(", ", Values.Select(value => $"\"{value}\""));
    }

    public sealed record List(TypeSchema Item) : TypeSchema
    {
        public override string Description => "a list";
    }

    public sealed record Dictionary(TypeSchema Item) : TypeSchema
    {
        public override string Description => "a map";
    }

    public sealed record Composite(ObjectSchema Schema) : TypeSchema
    {
        public override string Description => "an object with " + string.Join(", ", Schema.Properties.Keys.Select(name => $"\"{name}\""));
    }
}
