using Grpc.Core;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Messages;

namespace Pulumi;

/// <summary>The real monitor.</summary>
internal sealed class GrpcMonitor(ResourceMonitorClient client) : IMonitor
{
    public async Task<bool> SupportsFeatureAsync(string id)
    {
        try
        {
            var response = await client.SupportsFeatureAsync(new SupportsFeatureRequest { Id = id }, CancellationToken.None);
            return response.HasSupport;
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            return false;
        }
    }

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) => client.InvokeAsync(request, CancellationToken.None);

    public Task<CallResponse> CallAsync(ResourceCallRequest request) => client.CallAsync(request, CancellationToken.None);

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request) =>
        client.RegisterResourceAsync(request, CancellationToken.None);

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request) =>
        client.ReadResourceAsync(request, CancellationToken.None);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        client.RegisterResourceOutputsAsync(request, CancellationToken.None);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await client.SignalAndWaitForShutdownAsync(CancellationToken.None);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            // Engines older than the call just wait for the process to end.
        }
    }
}
