using System.Collections.Immutable;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>Evaluated options, read as what each of them must be.</summary>
/// <param name="owner">Whose they are, for messages.</param>
internal sealed class OptionValues(PropertyMap values, string owner)
{
    public bool? Flag(string name) => Find(name) switch
    {
        null => null,
        BoolValue flag => flag.Value,
        _ => throw Wrong(name, "true or false"),
    };

    public string? Text(string name) => Find(name) switch
    {
        null => null,
        TextValue text => text.Value,
        _ => throw Wrong(name, "a text"),
    };

    public IEnumerable<string> Texts(string name) =>
        Items(name).Select(item => item is TextValue text ? text.Value : throw Wrong(name, "a list of texts"));

    public PropertyMap? Map(string name) => Find(name) switch
    {
        null => null,
        PropertyMap map => map,
        _ => throw Wrong(name, "an object"),
    };

    /// <summary>One resource or a list of them.</summary>
    public IEnumerable<string> Urns(string name) => Items(name).Select(item => Resource(name, item).Urn);

    public string? Urn(string name) => Find(name) is { } value ? Resource(name, value).Urn : null;

    public string? Provider(string name) => Find(name) is { } value ? ProviderReference(Resource(name, value)) : null;

    /// <summary>Providers in a list, or in an object by package.</summary>
    public IEnumerable<KeyValuePair<string, string>> Providers(string name) =>
        (Find(name) is PropertyMap map ? map.Values.Select(value => Lifted.Deep(value).Value) : Items(name)).Select(item => Resource(name, item))
        .Select(provider => KeyValuePair.Create(Deployment.Urns.Package(Deployment.Urns.Type(provider.Urn)), ProviderReference(provider)));

    private static string ProviderReference(ResourceReferenceValue provider) =>
        $"{provider.Urn}::{(provider.Id as TextValue)?.Value ?? Unknowns.Text}";

    private PropertyValue? Find(string name) => values.TryGetValue(name, out var value) ? Lifted.Deep(value).Value : null;

    private ImmutableArray<PropertyValue> Items(string name) => Find(name) switch
    {
        null => [],
        ListValue list => list.Items,
        var single => [single],
    };

    private ResourceReferenceValue Resource(string name, PropertyValue value) =>
        value as ResourceReferenceValue ?? throw Wrong(name, "a reference such as ${resource}");

    private DeploymentException Wrong(string name, string expected) => new($"the option '{name}' of {owner} must be {expected}");
}
