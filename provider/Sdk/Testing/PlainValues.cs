using System.Collections;
using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace Pulumi.PartnerTrust.Testing;

/// <summary>Between the plain objects of Pulumi's mocks and property values.</summary>
internal static class PlainValues
{
    public static PropertyMap ToProperties(IEnumerable<KeyValuePair<string, object>> values) =>
        PropertyMap.Of(values.Select(entry => KeyValuePair.Create(entry.Key, ToProperty(entry.Value))));

    /// <summary>A secret becomes a secret output again; what is unknown is left out, as an engine would do it.</summary>
    public static ImmutableDictionary<string, object> FromProperties(PropertyMap values) => values
        .Where(entry => entry.Value is not (UnknownValue or NullValue) && !entry.Value.ContainsUnknown())
        .ToImmutableDictionary(entry => entry.Key, entry => FromProperty(entry.Value));

    private static PropertyValue ToProperty(object? value) => value switch
    {
        null => PropertyValue.Null,
        bool flag => flag,
        int number => number,
        double number => number,
        string text => text,
        IDictionary<string, object> map => ToProperties(map),
        IEnumerable list => ListValue.Of(list.Cast<object>().Select(ToProperty)),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is no argument of this package."),
    };

    private static object FromProperty(PropertyValue value) => value switch
    {
        BoolValue flag => flag.Value,
        NumberValue number => number.Value,
        TextValue text => text.Value,
        SecretValue secret => Output.CreateSecret(FromProperty(secret.Value)),
        OutputValue { Value: { } known, IsSecret: true } => Output.CreateSecret(FromProperty(known)),
        OutputValue { Value: { } known } => FromProperty(known),
        ListValue list => list.Items.Select(FromProperty).ToImmutableArray(),
        PropertyMap map => FromProperties(map),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is no answer of this package."),
    };
}
