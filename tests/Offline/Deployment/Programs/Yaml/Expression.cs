using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>A value of a YAML program before it is known. A closed family: every kind is nested here.</summary>
internal abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>The names that have to have a value first.</summary>
    public virtual IEnumerable<string> References => [];

    internal sealed record Literal(PropertyValue Value) : Expression;

    /// <summary><c>${name.path[0]}</c> alone: the value as it is.</summary>
    internal sealed record Reference(string Name, PropertyPath Path) : Expression
    {
        public override IEnumerable<string> References => [Name];

        public override string ToString() => Path.Segments.IsEmpty ? Name : Name + (Path.ToString() is ['[', ..] indexed ? indexed : $".{Path}");
    }

    /// <summary>Text with values in it.</summary>
    internal sealed record Interpolation(ImmutableArray<Expression> Parts) : Expression
    {
        public override IEnumerable<string> References => Parts.SelectMany(part => part.References);
    }

    internal sealed record List(ImmutableArray<Expression> Items) : Expression
    {
        public override IEnumerable<string> References => Items.SelectMany(item => item.References);
    }

    internal sealed record Map(ImmutableSortedDictionary<string, Expression> Entries) : Expression
    {
        public static Map Empty { get; } = new(ImmutableSortedDictionary.Create<string, Expression>(StringComparer.Ordinal));

        public override IEnumerable<string> References => Entries.Values.SelectMany(entry => entry.References);
    }

    /// <summary><c>fn::secret</c>.</summary>
    internal sealed record Secret(Expression Value) : Expression
    {
        public override IEnumerable<string> References => Value.References;
    }

    /// <summary><c>fn::invoke</c>, of whose result <paramref name="Return"/> may pick one property.</summary>
    internal sealed record Invoke(string Function, Map Arguments, Map Options, string? Return) : Expression
    {
        public override IEnumerable<string> References => Arguments.References.Concat(Options.References);
    }
}
