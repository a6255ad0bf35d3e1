using PartnerTrust.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Serializes arguments one by one, keeping apart what each depends on. Arguments without a value are not sent.</summary>
internal static class ArgumentSerialization
{
    public static async Task<(PropertyMap Properties, Dictionary<string, HashSet<Resource>> Dependencies)> RunAsync(
        string context, InputArgs args, Func<Serializer> createSerializer)
    {
        var properties = new List<KeyValuePair<string, PropertyValue>>();
        var dependencies = new Dictionary<string, HashSet<Resource>>(StringComparer.Ordinal);
        foreach (var (name, input) in await args.ToDictionaryAsync())
        {
            if (input is null)
            {
                continue;
            }

            var serializer = createSerializer();
            var value = await serializer.SerializeAsync($"{context}.{name}", input);
            if (value is NullValue)
            {
                continue;
            }

            properties.Add(KeyValuePair.Create(name, value));
            dependencies[name] = serializer.Dependencies;
        }

        return (PropertyMap.Of(properties), dependencies);
    }
}
