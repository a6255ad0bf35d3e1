using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Which provider a resource uses, and which ones it hands on to its children.</summary>
internal static class ProviderInheritance
{
    public static string Package(string token) => token.Split(':')[0];

    public static ImmutableDictionary<string, ProviderResource> Resolve(
        string type, bool custom, ResourceOptions options, ImmutableDictionary<string, ProviderResource> inherited)
    {
        if (custom)
        {
            if (options.Provider is { } own)
            {
                return inherited.SetItem(Package(type), own);
            }

            options.Provider = inherited.GetValueOrDefault(Package(type));
            return inherited;
        }

        var given = (options as ComponentResourceOptions)?.Providers ?? [];
        if (options.Provider is not null && given.Count > 0)
        {
            throw new ResourceException("A component takes either 'provider' or 'providers', not both.", options.Parent);
        }

        return inherited.SetItems(
            given.Concat(options.Provider is null ? [] : [options.Provider]).Select(provider => KeyValuePair.Create(provider.Package, provider)));
    }
}
