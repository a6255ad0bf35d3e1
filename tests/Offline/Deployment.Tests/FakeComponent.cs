using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

/// <summary>A component with one child, built by its provider.</summary>
internal static class FakeComponent
{
    public static async Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken cancellation)
    {
        using var channel = new GrpcChannel(request.MonitorEndpoint);
        var monitor = new ResourceMonitorClient(channel);
        var component = await monitor.RegisterResourceAsync(
            new RegisterResourceRequest
            {
                Type =
                request.Type,
                Name = request.Name,
                Parent = request.Parent,
                Object = request.Inputs,
                AcceptSecrets = true
            },
            cancellation);
        var child = await monitor.RegisterResourceAsync(
            new RegisterResourceRequest
            {
                Type = "fake:index:Thing",
                Name = request.Name + "-child",
                Parent = component.Urn,
                Custom = true,
                Object = PropertyCodec.Encode(PropertyMap.Of(("value", "from the component"))),
                AcceptSecrets = true,
            },
            cancellation);
        var outputs = PropertyCodec.Encode(PropertyMap.Of(("childUrn", child.Urn)));
        await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest { Urn = component.Urn, Outputs = outputs }, cancellation);
        return new ConstructResponse { Urn = component.Urn, State = outputs };
    }
}
