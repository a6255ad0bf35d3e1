using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Calls functions of providers.</summary>
internal static class FunctionCall
{
    public static async Task<T> PlainAsync<T>(ProgramRun run, string token, InvokeArgs args, InvokeOptions? options)
    {
        var (properties, _) = await SerializeAsync(run, token, args);
        var result = await RawAsync(run, token, properties, options);
        return (T)PropertyConverter.Convert($"{token} result", PropertyReader.Read(result).Value, typeof(T))!;
    }

    /// <summary>Nothing is called while an argument, or a resource that one depends on, is not known yet.</summary>
    public static async Task<OutputData<T>> OutputAsync<T>(ProgramRun run, string token, InvokeArgs args, InvokeOptions? options)
    {
        var (properties, dependencies) = await SerializeAsync(run, token, args);
        var resources = dependencies.Values.SelectMany(set => set).ToHashSet();
        if (options is InvokeOutputOptions output)
        {
            resources.UnionWith(await PreparedResource.ExplicitDependenciesAsync(output.DependsOn));
        }

        if (!PropertyReader.Read(properties).IsKnown || !await AllCreatedAsync(resources))
        {
            return new OutputData<T>([], default!, false, false);
        }

        var data = PropertyReader.Read(await RawAsync(run, token, properties, options));
        var value = data.IsKnown ? (T)PropertyConverter.Convert($"{token} result", data.Value, typeof(T))! : default!;
        return data.With(value) with { Resources = data.Resources.Union(resources) };
    }

    public static async Task<PropertyMap> RawAsync(ProgramRun run, string token, PropertyMap args, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        var response = await run.Monitor.InvokeAsync(new ResourceInvokeRequest
        {
            Tok = token,
            Args = PropertyCodec.Encode(args),
            Provider = provider is null ? "" : await provider.ReferenceAsync(),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            AcceptResources = true,
        });
        return response.Failures.Count == 0
            ? PropertyCodec.Decode(response.Return)
            : throw new RunException(
                $"Invoke of '{token}' failed: {string.Join("; ", response.Failures.Select(failure => $"{failure.Reason} ({failure.Property})"))}");
    }

    private static async Task<(PropertyMap Properties, Dictionary<string, HashSet<Resource>> Dependencies)> SerializeAsync(
        ProgramRun run, string token, InvokeArgs args)
    {
        var keepResources = await run.SupportsAsync("resourceReferences");
        return await ArgumentSerialization.RunAsync($"invoke:{token}", args, () => new Serializer(keepResources));
    }

    private static async Task<bool> AllCreatedAsync(IEnumerable<Resource> resources)
    {
        foreach (var custom in ReferencedResources.Expand(resources).OfType<CustomResource>())
        {
            if (custom.Id is not null && !(await custom.Id.DataTask).IsKnown)
            {
                return false;
            }
        }

        return true;
    }
}
