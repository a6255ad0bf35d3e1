using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using PartnerTrust.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Turns what a program hands over into property values and notes every resource met on the way.</summary>
internal sealed class Serializer(bool keepResources, bool keepOutputs = false, bool excludeReferences = false)
{
    public HashSet<Resource> Dependencies { get; } = [];

    public async Task<PropertyValue> SerializeAsync(string context, object? value) => value switch
    {
        null or ValueTuple => PropertyValue.Null,
        bool flag => flag,
        int number => number,
        double number => number,
        string text => text,
        InputArgs args => await SerializeMapAsync(context, await args.ToDictionaryAsync()),
        AssetOrArchive asset => asset.Wire,
        Task => throw Unsupported(context, "A Task is no argument; wrap it with Output.Create."),
        IInput input => await SerializeOutputAsync(context, input.ToOutput()),
        IOutput output => await SerializeOutputAsync(context, output),
        IUnion union => await SerializeAsync(context, union.Value),
        JsonElement json => SerializeJson(json),
        Resource resource => await SerializeResourceAsync(context, resource),
        IDictionary map => await SerializeMapAsync(context, Entries(context, map)),
        IList list => await SerializeListAsync(context, list),
        Enum number when number.GetTypeCode() == TypeCode.Int32 => (int)(object)number,
        _ => await SerializeDeclaredAsync(context, value),
    };

    private async Task<PropertyValue> SerializeOutputAsync(string context, IOutput output)
    {
        var data = await output.GetDataAsync();
        var inner = new Serializer(keepResources, keepOutputs: false, excludeReferences);
        var value = data.IsKnown ? await inner.SerializeAsync(context, data.Value) : null;
        var resources = data.Resources.Union(inner.Dependencies);
        Dependencies.UnionWith(resources);

        if (keepOutputs && (value is null || data.IsSecret || resources.Count > 0))
        {
            var urns = await ReferencedResources.UrnsAsync(resources);
            return new OutputValue(value, data.IsSecret, [.. urns.Order(StringComparer.Ordinal)]);
        }

        // An unknown is sent as unknown alone: the engine learns of its secretness when it is known.
        if (value is null)
        {
            return UnknownValue.Text;
        }

        return data.IsSecret ? new SecretValue(value) : value;
    }

    private async Task<PropertyValue> SerializeResourceAsync(string context, Resource resource)
    {
        var separate = keepResources && excludeReferences ? new Serializer(keepResources) : this;
        if (resource is CustomResource)
        {
            separate.Dependencies.Add(resource);
        }

        var urn = await separate.SerializeAsync(context, resource.Urn);
        var id = resource is CustomResource custom ? await separate.SerializeAsync(context, custom.Id) : null;
        return keepResources ? new ResourceReferenceValue((urn as TextValue)?.Value ?? "", id, null) : id ?? urn;
    }

    /// <summary>Entries without a value are left out, as in JSON.</summary>
    private async Task<PropertyMap> SerializeMapAsync(string context, IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var map = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (key, item) in entries)
        {
            var value = await SerializeAsync($"{context}.{key}", item);
            if (value is not NullValue)
            {
                map.Add(KeyValuePair.Create(key, value));
            }
        }

        return PropertyMap.Of(map);
    }

    private async Task<PropertyValue> SerializeListAsync(string context, IList list)
    {
        if (list.GetType() is { IsValueType: true } type && type.GetProperty("IsDefault")?.GetValue(list) is true)
        {
            return PropertyValue.Null;
        }

        var items = ImmutableArray.CreateBuilder<PropertyValue>(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            items.Add(await SerializeAsync($"{context}[{index}]", list[index]));
        }

        return new ListValue(items.ToImmutable());
    }

    /// <summary>Enumerations in the form of structs, and output objects passed on as inputs.</summary>
    private async Task<PropertyValue> SerializeDeclaredAsync(string context, object value)
    {
        var type = value.GetType();
        if (type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            var conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type])
                ?? throw Unsupported(context, $"{type.FullName} has no explicit conversion to string or double.");
            return await SerializeAsync(context, conversion.Invoke(null, [value]));
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            throw Unsupported(context, $"{type.FullName} is no supported argument type.");
        }

        var fields = type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(field => field.IsInitOnly);
        return await SerializeMapAsync(
            context,
            fields.Select(field => KeyValuePair.Create(char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field.GetValue(value))));
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(string context, IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return KeyValuePair.Create(
                entry.Key as string ?? throw Unsupported(context, "The keys of a map must be strings."), entry.Value);
        }
    }

    private static PropertyValue SerializeJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => ListValue.Of(json.EnumerateArray().Select(SerializeJson)),
        JsonValueKind.Object => PropertyMap.Of(
            json.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, SerializeJson(entry.Value)))),
        _ => PropertyValue.Null,
    };

    private static InvalidOperationException Unsupported(string context, string reason) => new($"{reason}\n\t{context}");
}
