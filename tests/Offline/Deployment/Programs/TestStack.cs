using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs;

/// <summary>What a program inside a test can do.</summary>
internal sealed class TestStack(ResourceMonitorClient monitor, string urn, bool isPreview, CancellationToken cancellation)
{
    private PropertyMap outputs = PropertyMap.Empty;

    public string Urn => urn;

    public bool IsPreview => isPreview;

    public ResourceMonitorClient Monitor => monitor;

    public static async Task<TestStack> RegisterAsync(ResourceMonitorClient monitor, string name, bool isPreview, CancellationToken cancellation)
    {
        var response = await monitor.RegisterResourceAsync(new RegisterResourceRequest { Type = Urns.StackType, Name = name }, cancellation);
        return new TestStack(monitor, response.Urn, isPreview, cancellation);
    }

    public Task<RegisterResourceResponse> ResourceAsync(
        string type, string name, Action<RegisterResourceRequest> options, params (string Key, PropertyValue Value)[] inputs)
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Parent = urn,
            Custom = true,
            Object = PropertyCodec.Encode(PropertyMap.Of(inputs)),
            AcceptSecrets = true,
            AcceptResources = true,
        };
        options(request);
        return monitor.RegisterResourceAsync(request, cancellation);
    }

    public void Export(string name, PropertyValue value) => outputs = outputs.Set(name, value);

    public async Task FinishAsync()
    {
        await monitor.RegisterResourceOutputsAsync(
            new RegisterResourceOutputsRequest { Urn = urn, Outputs = PropertyCodec.Encode(outputs) }, cancellation);
        await monitor.SignalAndWaitForShutdownAsync(cancellation);
    }
}
