namespace PartnerTrust.Protocol.Properties;

/// <summary>Questions about values, and values without their wrappers.</summary>
public static class PropertyValueExtensions
{
    /// <summary>True when the value, or anything inside it, is known only after the update.</summary>
    public static bool ContainsUnknown(this PropertyValue value) => value switch
    {
        UnknownValue or OutputValue { Value: null } => true,
        ResourceReferenceValue reference => reference.Id is UnknownValue,
        _ => value.Children().Any(ContainsUnknown),
    };

    public static bool ContainsSecret(this PropertyValue value) =>
        value is SecretValue or OutputValue { IsSecret: true } || value.Children().Any(ContainsSecret);

    /// <summary>What is inside any secrets and outputs around the value; an unknown output becomes an unknown value.</summary>
    public static PropertyValue Unwrap(this PropertyValue value) => value switch
    {
        SecretValue secret => secret.Value.Unwrap(),
        OutputValue output => output.Value?.Unwrap() ?? UnknownValue.Text,
        _ => value,
    };

    /// <summary>The value with every secret and output in it unwrapped: what a comparison of old and new looks at.</summary>
    public static PropertyValue Plain(this PropertyValue value) => value.Unwrap() switch
    {
        ListValue list => ListValue.Of(list.Items.Select(Plain)),
        PropertyMap map => map.Plain(),
        var plain => plain,
    };

    public static PropertyMap Plain(this PropertyMap map) => map.MapValues(Plain);

    /// <summary>The map with every secret in it replaced by its value. Outputs keep their dependencies and lose only their secretness.</summary>
    public static PropertyMap WithoutSecrets(this PropertyMap map) => map.MapValues(WithoutSecrets);

    public static PropertyValue WithoutSecrets(this PropertyValue value) => value switch
    {
        SecretValue secret => secret.Value.WithoutSecrets(),
        OutputValue output => output with { IsSecret = false, Value = output.Value?.WithoutSecrets() },
        ListValue list => ListValue.Of(list.Items.Select(WithoutSecrets)),
        PropertyMap map => map.WithoutSecrets(),
        _ => value,
    };

    /// <summary>Applies <paramref name="change"/> to what is inside the wrappers and puts them around the result again.
    /// An unknown stays as it is.</summary>
    public static PropertyValue Map(this PropertyValue value, Func<PropertyValue, PropertyValue> change) => value switch
    {
        SecretValue secret => new SecretValue(secret.Value.Map(change)),
        OutputValue { Value: { } known } output => output with { Value = known.Map(change) },
        UnknownValue or OutputValue => value,
        _ => change(value),
    };

    /// <summary>The value as a secret, once.</summary>
    public static PropertyValue AsSecret(this PropertyValue value) => value switch
    {
        SecretValue => value,
        OutputValue output => output with { IsSecret = true },
        _ => new SecretValue(value),
    };

    /// <summary>The map with each value changed.</summary>
    public static PropertyMap MapValues(this PropertyMap map, Func<PropertyValue, PropertyValue> change) =>
        PropertyMap.Of(map.Select(entry => KeyValuePair.Create(entry.Key, change(entry.Value))));

    private static IEnumerable<PropertyValue> Children(this PropertyValue value) => value switch
    {
        SecretValue secret => [secret.Value],
        OutputValue { Value: { } known } => [known],
        ListValue list => list.Items,
        PropertyMap map => map.Values,
        ArchiveValue { Assets: { } assets } => assets.Values,
        _ => [],
    };
}
