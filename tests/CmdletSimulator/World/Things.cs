using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>Objects in few words.</summary>
internal static class Things
{
    public static PlayedValue.Thing Of(string type, string? whole, params ImmutableArray<(string Name, PlayedValue Value)> properties) =>
        Of([type, "System.Object"], whole, properties);

    public static PlayedValue.Thing Of(
        ImmutableArray<string> types, string? whole, params ImmutableArray<(string Name, PlayedValue Value)> properties) =>
        new(types, whole, [.. properties.Select(property => new PlayedProperty(property.Name, property.Value))]);

    public static PlayedValue.Enumeration Enumeration(string type, string value, params ImmutableArray<string> values) => new(type, value, values);

    public static bool IsNamed(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
