using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Calls a method of a resource.</summary>
internal static class MethodCall
{
    public static async Task<OutputData<T>> OutputAsync<T>(
        ProgramRun run, string token, CallArgs args, Resource? self, CallOptions? options)
    {
        var keepResources = await run.SupportsAsync("resourceReferences");
        var (properties, dependencies) = await ArgumentSerialization.RunAsync(
            $"call:{token}", args, () => new Serializer(keepResources, keepOutputs: true));
        if (self is not null)
        {
            var serializer = new Serializer(keepResources: true);
            properties = properties.Set("__self__", await serializer.SerializeAsync(token, self));
            dependencies["__self__"] = serializer.Dependencies;
        }

        var request = await RequestAsync(token, properties, dependencies, self, options);
        var response = await run.Monitor.CallAsync(request);
        var data = PropertyReader.Read(PropertyCodec.Decode(response.Return));
        var value = data.IsKnown ? (T)PropertyConverter.Convert($"{token} result", data.Value, typeof(T))! : default!;
        return data.With(value) with { Resources = data.Resources.Union(dependencies.Values.SelectMany(set => set)) };
    }

    private static async Task<ResourceCallRequest> RequestAsync(
        string token, PropertyMap properties, Dictionary<string, HashSet<Resource>> dependencies, Resource? self, CallOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.GetProvider(token) ?? self?.GetProvider(token);
        var request = new ResourceCallRequest
        {
            Tok = token,
            Args = PropertyCodec.Encode(properties),
            Provider = provider is null ? "" : await provider.ReferenceAsync(),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
        };
        foreach (var (key, resources) in dependencies)
        {
            var urns = new ResourceCallRequest.Types.ArgumentDependencies();
            urns.Urns.AddRange(await ReferencedResources.UrnsAsync(resources));
            request.ArgDependencies.Add(key, urns);
        }

        return request;
    }
}
