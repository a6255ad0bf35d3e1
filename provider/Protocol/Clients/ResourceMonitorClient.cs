using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Protocol.Clients;

/// <summary>Calls a resource monitor, as programs and components do.</summary>
public sealed class ResourceMonitorClient(GrpcChannel channel)
{
    private const string Service = "pulumirpc.ResourceMonitor";

    public Task<DeploymentInfo> GetDeploymentInfoAsync(CancellationToken cancellation) =>
        CallAsync("GetDeploymentInfo", new Empty(), DeploymentInfo.Parser, cancellation);

    public Task<SupportsFeatureResponse> SupportsFeatureAsync(SupportsFeatureRequest request, CancellationToken cancellation) =>
        CallAsync("SupportsFeature", request, SupportsFeatureResponse.Parser, cancellation);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellation) =>
        CallAsync("Invoke", request, ResourceInvokeResponse.Parser, cancellation);

    public Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellation) =>
        CallAsync("Call", request, CallResponse.Parser, cancellation);

    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellation) =>
        CallAsync("ReadResource", request, ReadResourceResponse.Parser, cancellation);

    public Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellation) =>
        CallAsync("RegisterResource", request, RegisterResourceResponse.Parser, cancellation);

    public Task<Empty> RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellation) =>
        CallAsync("RegisterResourceOutputs", request, Empty.Parser, cancellation);

    public Task<Empty> RegisterStackTransformAsync(Callback request, CancellationToken cancellation) =>
        CallAsync("RegisterStackTransform", request, Empty.Parser, cancellation);

    public Task<Empty> RegisterStackInvokeTransformAsync(Callback request, CancellationToken cancellation) =>
        CallAsync("RegisterStackInvokeTransform", request, Empty.Parser, cancellation);

    public Task<Empty> RegisterResourceHookAsync(RegisterResourceHookRequest request, CancellationToken cancellation) =>
        CallAsync("RegisterResourceHook", request, Empty.Parser, cancellation);

    public Task<Empty> RegisterErrorHookAsync(RegisterErrorHookRequest request, CancellationToken cancellation) =>
        CallAsync("RegisterErrorHook", request, Empty.Parser, cancellation);

    public Task<RegisterPackageResponse> RegisterPackageAsync(RegisterPackageRequest request, CancellationToken cancellation) =>
        CallAsync("RegisterPackage", request, RegisterPackageResponse.Parser, cancellation);

    public Task<Empty> SignalAndWaitForShutdownAsync(CancellationToken cancellation) =>
        CallAsync("SignalAndWaitForShutdown", new Empty(), Empty.Parser, cancellation);

    private Task<TResponse> CallAsync<TRequest, TResponse>(
        string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        channel.UnaryAsync(Service, method, request, parser, cancellation);
}
