using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Components.Building;

/// <summary>Reading inputs of a component that may be unknown, secret, or outputs of other resources, at any depth.</summary>
internal static class ComponentInputs
{
    /// <summary>A part of an object, with the secretness and dependencies of the whole; null when it is absent, unknown when the whole is.</summary>
    public static PropertyValue? Part(this PropertyValue? value, string name) => value switch
    {
        null or NullValue => null,
        PropertyMap map => map.TryGetValue(name, out var part) && part is not NullValue ? part : null,
        SecretValue secret => secret.Value.Part(name)?.AsSecret(),
        OutputValue { Value: { } known } output => known.Part(name) is { } part ? output with { Value = part } : null,
        _ => value,
    };

    /// <summary>Whether anything was given, be it unknown.</summary>
    public static bool IsGiven(this PropertyValue? value) => value switch
    {
        null or NullValue => false,
        SecretValue secret => secret.Value.IsGiven(),
        OutputValue { Value: { } known } => known.IsGiven(),
        _ => true,
    };
}
