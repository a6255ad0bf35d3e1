using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Tells the engine what a component, or the stack, shows to the outside.</summary>
internal static class ComponentOutputs
{
    public static async Task RegisterAsync(ProgramRun run, Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.GetValueAsync(whenUnknown: "");
        var keepResources = await run.SupportsAsync("resourceReferences");
        var value = await new Serializer(keepResources).SerializeAsync($"outputs:{resource.GetResourceName()}", outputs);
        await run.Monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest
        {
            Urn = urn,
            Outputs = PropertyCodec.Encode(value as PropertyMap ?? PropertyMap.Empty),
        });
    }
}
