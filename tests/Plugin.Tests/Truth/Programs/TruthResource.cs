using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>A resource of a generated program.</summary>
/// <param name="Type">Last part of the token.</param>
/// <param name="Name">In the program.</param>
/// <param name="Inputs">What the program writes, with outputs of resources before it.</param>
internal sealed record TruthResource(string Type, string Name, Func<OutputOf, PropertyMap> Inputs)
{
    /// <summary>Waited for although no output of theirs is taken.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Inputs that come from a resource of another package, made by this very update: a preview does not know them.</summary>
    public ImmutableHashSet<string> Foreign { get; init; } = [];

    /// <summary>Which of the program's provider resources.</summary>
    public int Provider { get; init; }

    public static TruthResource Of(string type, string name, PropertyMap inputs) => new(type, name, _ => inputs);

    /// <summary>The resource with some inputs written otherwise.</summary>
    public TruthResource With(Func<PropertyMap, PropertyMap> change)
    {
        var before = Inputs;
        return this with { Inputs = of => change(before(of)) };
    }

    /// <summary>Everything that it waits for.</summary>
    public HashSet<string> Needs()
    {
        HashSet<string> needs = [.. DependsOn];
        Inputs((name, _) =>
        {
            needs.Add(name);
            return UnknownValue.Text;
        });
        return needs;
    }
}

/// <summary>An output of a resource before.</summary>
internal delegate PropertyValue OutputOf(string name, string output);
