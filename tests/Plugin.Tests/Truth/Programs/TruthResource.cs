using System.Collections.Immutable;
using PartnerTrust.Plugin.Tests.Truth.Engine;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>A resource of a generated program, a component, or a call of a function.</summary>
/// <param name="Type">Last part of the token.</param>
/// <param name="Name">In the program.</param>
/// <param name="Inputs">What the program writes, with outputs of those before it.</param>
internal sealed record TruthResource(string Type, string Name, Func<OutputOf, PropertyMap> Inputs)
{
    /// <summary>Waited for although no output of theirs is taken.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Inputs that come from a resource of another package, made by this very update: a preview does not know them.</summary>
    public ImmutableHashSet<string> Foreign { get; init; } = [];

    /// <summary>Which of the program's provider resources.</summary>
    public int Provider { get; init; }

    /// <summary>The name that an alias tells it had before; null without one.</summary>
    public string? FormerName { get; init; }

    /// <summary>The component that registers it; null for the program.</summary>
    public string? Parent { get; init; }

    public TruthIdentity Identity => new(Type, Name, Parent);

    public string Key => Identity.Key;

    public bool IsFunction => char.IsLower(Type[0]);

    public bool IsComponent => Type == TruthIdentity.Component;

    /// <summary>The server that it is about; empty where it names none.</summary>
    public string Server => Written("server");

    public static TruthResource Of(string type, string name, PropertyMap inputs) => new(type, name, _ => inputs);

    /// <summary>A text that the program writes itself; empty for none.</summary>
    public string Written(string input) =>
        Inputs((_, _) => UnknownValue.Text).TryGetValue(input, out var value) && value is TextValue text ? text.Value : "";

    /// <summary>The resource with some inputs written otherwise.</summary>
    public TruthResource With(Func<PropertyMap, PropertyMap> change)
    {
        var before = Inputs;
        return this with { Inputs = of => change(before(of)) };
    }

    /// <summary>The resource where outputs of one come from elsewhere.</summary>
    public TruthResource Taking(string name, Func<OutputOf, string, PropertyValue> instead)
    {
        var before = Inputs;
        return this with { Inputs = of => before((other, output) => other == name ? instead(of, output) : of(other, output)) };
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

/// <summary>An output of a resource before, or a part of one (<c>keys.0.thumbprint</c>).</summary>
internal delegate PropertyValue OutputOf(string name, string output);
