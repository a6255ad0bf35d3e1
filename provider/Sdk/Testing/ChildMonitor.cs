using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace Pulumi.PartnerTrust.Testing;

/// <summary>What a component registers its children with: each goes back to the provider.</summary>
internal sealed class ChildMonitor : IAsyncDisposable
{
    private readonly EmbeddedProvider provider;
    private readonly bool isPreview;
    private readonly string stack = Deployment.Instance.StackName;
    private readonly string project = Deployment.Instance.ProjectName;
    private GrpcServer? server;

    private ChildMonitor(EmbeddedProvider provider, bool isPreview) => (this.provider, this.isPreview) = (provider, isPreview);

    public string Address => $"127.0.0.1:{server!.Port}";

    public static async Task<ChildMonitor> StartAsync(EmbeddedProvider provider, bool isPreview, CancellationToken cancellationToken)
    {
        var monitor = new ChildMonitor(provider, isPreview);
        var service = new GrpcService("pulumirpc.ResourceMonitor")
            .Unary("SupportsFeature", SupportsFeatureRequest.Parser, (_, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = true }))
            .Unary("RegisterResource", RegisterResourceRequest.Parser, monitor.RegisterAsync)
            .Unary("RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, (_, _) => Task.FromResult(new Empty()));
        monitor.server = await GrpcServer.StartAsync(new GrpcServerOptions(), [service], cancellationToken);
        return monitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        var urn = $"urn:pulumi:{stack}::{project}::{request.Type}::{request.Name}";
        if (!request.Custom)
        {
            return new RegisterResourceResponse { Urn = urn };
        }

        var call = new ResourceCall(urn, request.Type, request.Name, PropertyCodec.Decode(request.Object), null, isPreview);
        var created = await provider.CreateAsync(call, cancellationToken);
        return new RegisterResourceResponse { Urn = urn, Id = created.Id, Object = created.Properties };
    }
}
