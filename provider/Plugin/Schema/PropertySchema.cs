using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Schema;

/// <param name="Name">Name on the wire.</param>
/// <param name="Type">What values it takes.</param>
/// <param name="Description">Its documentation.</param>
/// <param name="Default">The value it has when the user gives none; null when there is none.</param>
/// <param name="Environment">Environment variables that are asked before <paramref name="Default"/> is taken.</param>
/// <param name="IsSecret">Whether the value is always secret.</param>
/// <param name="Replaces">Whether a change replaces the resource.</param>
public sealed record PropertySchema(
    string Name,
    TypeSchema Type,
    string Description,
    PropertyValue? Default,
    ImmutableArray<string> Environment,
    bool IsSecret,
    bool Replaces);
