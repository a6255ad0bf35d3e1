using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Values;

/// <summary>What the engine does to property values on their way between program, provider and state.</summary>
internal static class Rewriting
{
    /// <summary>Rebuilds a value from its leaves upwards.</summary>
    public static PropertyValue Rewrite(this PropertyValue value, Func<PropertyValue, PropertyValue> change) => change(value switch
    {
        PropertyMap map => PropertyMap.Of(map.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Rewrite(change)))),
        ListValue list => ListValue.Of(list.Items.Select(item => item.Rewrite(change))),
        SecretValue secret => new SecretValue(secret.Value.Rewrite(change)),
        OutputValue output => output with { Value = output.Value?.Rewrite(change) },
        _ => value,
    });

    public static PropertyMap RewriteMap(this PropertyMap map, Func<PropertyValue, PropertyValue> change) => (PropertyMap)map.Rewrite(change);

    public static bool Any(this PropertyValue value, Func<PropertyValue, bool> test) => test(value) || value switch
    {
        PropertyMap map => map.Values.Any(item => item.Any(test)),
        ListValue list => list.Items.Any(item => item.Any(test)),
        SecretValue secret => secret.Value.Any(test),
        OutputValue output => output.Value?.Any(test) ?? false,
        _ => false,
    };

    public static bool HasUnknown(this PropertyValue value) => value.Any(item => item is UnknownValue or OutputValue { Value: null });

    public static bool HasSecret(this PropertyValue value) => value.Any(item => item is SecretValue or OutputValue { IsSecret: true });

    public static PropertyMap WithoutSecretMarks(this PropertyMap map) =>
        map.RewriteMap(value => value is SecretValue secret ? secret.Value : value);

    /// <summary>Outputs say what they are in one value; everybody but a component provider gets the parts.</summary>
    public static PropertyMap WithoutOutputs(this PropertyMap map) => map.RewriteMap(value => value switch
    {
        OutputValue { IsSecret: true } output => new SecretValue(output.Value ?? UnknownValue.Text),
        OutputValue output => output.Value ?? UnknownValue.Text,
        _ => value,
    });

    /// <summary>A receiver that knows no references gets the id of a custom resource or the URN of a component.</summary>
    public static PropertyMap WithoutReferences(this PropertyMap map) => map.RewriteMap(value => value switch
    {
        ResourceReferenceValue { Id: null } component => component.Urn,
        ResourceReferenceValue { Id: TextValue { Value: "" } } => UnknownValue.Text,
        ResourceReferenceValue resource => resource.Id,
        _ => value,
    });

    /// <summary>Providers need not open an asset that is only compared.</summary>
    public static PropertyMap WithoutContents(this PropertyMap map) => map.RewriteMap(value => value switch
    {
        AssetValue { Hash: not null } asset => asset with { Text = null, Path = null, Uri = null },
        ArchiveValue { Hash: not null } archive => archive with { Assets = null, Path = null, Uri = null },
        _ => value,
    });

    public static PropertyMap WithoutUnknownKeys(this PropertyMap map) =>
        PropertyMap.Of(map.Where(entry => !entry.Value.HasUnknown()));

    /// <summary>A key that was secret on the way in is secret on the way out.</summary>
    public static PropertyMap WithSecretsOf(this PropertyMap map, PropertyMap source) =>
        map.MarkSecret(source.Where(entry => entry.Value.HasSecret()).Select(entry => entry.Key));

    public static PropertyMap MarkSecret(this PropertyMap map, IEnumerable<string> keys) =>
        keys.Where(map.ContainsKey).Where(key => map[key] is not SecretValue)
            .Aggregate(map, (marked, key) => marked.Set(key, new SecretValue(marked[key])));
}
