using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace Pulumi;

/// <summary>Looks up resources that this program does not manage.</summary>
internal static class ResourceRead
{
    public static async Task<ResourceState> ByIdAsync(
        ProgramRun run, Resource resource, string id, ResourceArgs args, ResourceOptions options)
    {
        var prepared = await PreparedResource.AwaitAsync(run, resource, custom: true, args, options);
        var request = new ReadResourceRequest
        {
            Id = id,
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = prepared.ParentUrn,
            Provider = prepared.Provider,
            Properties = PropertyCodec.Encode(prepared.Properties),
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = true,
        };
        request.Dependencies.AddRange(prepared.Dependencies);
        request.AdditionalSecretOutputs.AddRange((options as CustomResourceOptions)?.AdditionalSecretOutputs ?? []);
        var response = await run.Monitor.ReadResourceAsync(resource, request);
        return new ResourceState(response.Urn, id, PropertyCodec.Decode(response.Properties));
    }

    /// <summary>The engine itself answers what it knows of a registered resource.</summary>
    public static async Task<ResourceState> ByUrnAsync(ProgramRun run, string urn)
    {
        var result = await FunctionCall.RawAsync(
            run, "pulumi:pulumi:getResource", PropertyMap.Of(("urn", urn)), new InvokeOptions());
        return new ResourceState(
            (result["urn"] as TextValue)?.Value ?? urn,
            result.TryGetValue("id", out var id) && id is TextValue text ? text.Value : "",
            result.TryGetValue("state", out var state) && state is PropertyMap map ? map : PropertyMap.Empty);
    }
}
