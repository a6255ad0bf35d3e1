using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>A child of a component that has been registered.</summary>
/// <param name="Id">Empty before it is made.</param>
/// <param name="Outputs">As far as they are known.</param>
internal sealed record TruthChild(string Id, PropertyMap Outputs);

/// <summary>The monitor with which one component registers its children, one at a time.</summary>
internal sealed class TruthChildren(TruthResource component, Func<TruthResource, Task<TruthChild?>> take) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, string> keys = [];
    private GrpcServer? server;

    public string Address => $"127.0.0.1:{server!.Port}";

    /// <summary>Whether one of them failed: the real engine then ends the registration of the others.</summary>
    public bool HasBroken { get; private set; }

    /// <param name="component">Whose children they are.</param>
    /// <param name="take">Gives a child its turn; null where that broke.</param>
    public static async Task<TruthChildren> OfAsync(TruthResource component, Func<TruthResource, Task<TruthChild?>> take)
    {
        var children = new TruthChildren(component, take);
        var service = new GrpcService("pulumirpc.ResourceMonitor")
            .Unary<RegisterResourceRequest, RegisterResourceResponse>(
                "RegisterResource", RegisterResourceRequest.Parser, (request, _) => children.RegisterAsync(request))
            .Unary<RegisterResourceOutputsRequest, Empty>(
                "RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, (_, _) => Task.FromResult(new Empty()));
        children.server = await GrpcServer.StartAsync(new GrpcServerOptions(), [service], CancellationToken.None);
        return children;
    }

    public async ValueTask DisposeAsync()
    {
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        turn.Dispose();
    }

    private async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request)
    {
        if (!request.Custom)
        {
            return new RegisterResourceResponse { Urn = component.Identity.Urn, Object = request.Object };
        }

        await turn.WaitAsync();
        try
        {
            var child = ChildOf(request);
            if (HasBroken || await take(child) is not { } taken)
            {
                HasBroken = true;
                throw RpcFailure.Of(StatusCode.Internal, "resource registration failed");
            }

            return new RegisterResourceResponse { Urn = child.Identity.Urn, Id = taken.Id, Object = PropertyCodec.Encode(taken.Outputs) };
        }
        finally
        {
            turn.Release();
        }
    }

    private TruthResource ChildOf(RegisterResourceRequest request)
    {
        var inputs = PropertyCodec.Decode(request.Object);
        var child = TruthResource.Of(request.Type.Split(':')[^1], request.Name, inputs) with
        {
            Parent = component.Name,
            Provider = component.Provider,
            DependsOn = [.. request.Dependencies.Select(urn => keys.GetValueOrDefault(urn)).OfType<string>()],
        };
        keys[child.Identity.Urn] = child.Key;
        return child;
    }
}
