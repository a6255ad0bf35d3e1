using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource's arguments and relations with everything awaited that the engine must know beforehand.</summary>
internal sealed record PreparedResource(
    PropertyMap Properties,
    string ParentUrn,
    string Provider,
    IReadOnlyDictionary<string, string> Providers,
    IReadOnlyCollection<string> Dependencies,
    IReadOnlyDictionary<string, IReadOnlyCollection<string>> PropertyDependencies)
{
    public static async Task<PreparedResource> AwaitAsync(
        ProgramRun run, Resource resource, bool custom, ResourceArgs args, ResourceOptions options)
    {
        var explicitly = await ExplicitDependenciesAsync(options.DependsOn);
        var (properties, implicitly) = await SerializeAsync(run, resource, args);
        var parent = options.Parent is null ? "" : await options.Parent.Urn.GetValueAsync(whenUnknown: "");
        var provider = custom && options.Provider is not null ? await options.Provider.ReferenceAsync() : "";
        var providers = resource.IsRemote ? await ProvidersAsync((ComponentResourceOptions)options) : [];

        var all = await ReferencedResources.UrnsAsync(explicitly);
        var byProperty = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);
        foreach (var (key, resources) in implicitly)
        {
            var urns = await ReferencedResources.UrnsAsync(resources);
            byProperty[key] = urns;
            all.UnionWith(urns);
        }

        return new PreparedResource(properties, parent, provider, providers, all, byProperty);
    }

    public static async Task<HashSet<Resource>> ExplicitDependenciesAsync(InputList<Resource> dependsOn)
    {
        var data = await dependsOn.ToOutput().DataTask;
        var named = data is { IsKnown: true, Value.IsDefault: false } ? data.Value : ImmutableArray<Resource>.Empty;
        return [.. named.Where(resource => resource is not null), .. data.Resources];
    }

    private static async Task<(PropertyMap Properties, Dictionary<string, HashSet<Resource>> Dependencies)> SerializeAsync(
        ProgramRun run, Resource resource, ResourceArgs args)
    {
        var keepResources = await run.SupportsAsync("resourceReferences");
        var keepOutputs = resource.IsRemote && await run.SupportsAsync("outputValues");
        return await ArgumentSerialization.RunAsync(
            $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]",
            args,
            () => new Serializer(keepResources, keepOutputs, excludeReferences: resource.IsRemote));
    }

    private static async Task<Dictionary<string, string>> ProvidersAsync(ComponentResourceOptions options)
    {
        var references = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var provider in options.Providers.Concat(options.Provider is null ? [] : [options.Provider]))
        {
            references[provider.Package] = await provider.ReferenceAsync();
        }

        return references;
    }
}
