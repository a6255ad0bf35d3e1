using System.Collections.Immutable;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace Pulumi;

/// <summary>Asks the engine to bring a resource to the wanted state.</summary>
internal static class ResourceRegistration
{
    public static async Task<ResourceState> RunAsync(
        ProgramRun run, Resource resource, bool custom, ResourceArgs args, ResourceOptions options)
    {
        var prepared = await PreparedResource.AwaitAsync(run, resource, custom, args, options);
        var request = Request(resource, custom, prepared);
        AddOptions(request, options);
        if (options is CustomResourceOptions customOptions)
        {
            AddCustomOptions(request, customOptions);
        }

        await AddRelationsAsync(run, request, options);
        var response = await run.Monitor.RegisterResourceAsync(resource, request);
        return new ResourceState(
            response.Urn, response.Id, PropertyCodec.Decode(response.Object), response.Result != Result.Success)
        {
            Dependencies = response.PropertyDependencies.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Urns.ToImmutableArray()),
        };
    }

    private static RegisterResourceRequest Request(Resource resource, bool custom, PreparedResource prepared)
    {
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = prepared.ParentUrn,
            Custom = custom,
            Remote = resource.IsRemote,
            Object = PropertyCodec.Encode(prepared.Properties),
            Provider = prepared.Provider,
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
        };
        request.Dependencies.AddRange(prepared.Dependencies);
        request.Providers.Add(new Dictionary<string, string>(prepared.Providers));
        foreach (var (key, urns) in prepared.PropertyDependencies)
        {
            var dependencies = new RegisterResourceRequest.Types.PropertyDependencies();
            dependencies.Urns.AddRange(urns);
            request.PropertyDependencies.Add(key, dependencies);
        }

        return request;
    }

    private static void AddOptions(RegisterResourceRequest request, ResourceOptions options)
    {
        request.Version = options.Version ?? "";
        request.PluginDownloadURL = options.PluginDownloadURL ?? "";
        request.CustomTimeouts = options.CustomTimeouts?.ToWire();
        request.IgnoreChanges.AddRange(options.IgnoreChanges);
        request.ReplaceOnChanges.AddRange(options.ReplaceOnChanges);
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }
    }

    private static void AddCustomOptions(RegisterResourceRequest request, CustomResourceOptions options)
    {
        request.ImportId = options.ImportId ?? "";
        request.AdditionalSecretOutputs.AddRange(options.AdditionalSecretOutputs);
        request.DeleteBeforeReplace = options.DeleteBeforeReplace ?? false;
        request.DeleteBeforeReplaceDefined = options.DeleteBeforeReplace is not null;
    }

    private static async Task AddRelationsAsync(ProgramRun run, RegisterResourceRequest request, ResourceOptions options)
    {
        if (options.DeletedWith is { } owner)
        {
            if (!await run.SupportsAsync("deletedWith"))
            {
                throw new InvalidOperationException("This engine does not know the option DeletedWith.");
            }

            request.DeletedWith = await owner.Urn.GetValueAsync(whenUnknown: "");
        }

        // Always asked for, as official programs do it with every resource.
        var aliasSpecs = await run.SupportsAsync("aliasSpecs");
        foreach (var alias in options.Aliases)
        {
            if (!aliasSpecs)
            {
                throw new InvalidOperationException("This engine does not know alias specifications.");
            }

            if (await alias.ToOutput().GetValueAsync(whenUnknown: null!) is { } known)
            {
                request.Aliases.Add(await known.ToWireAsync());
            }
        }
    }
}
