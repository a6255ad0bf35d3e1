using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace Pulumi.Tests;

/// <summary>A monitor and an engine on a real socket that write down what a program asks.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private GrpcServer? server;

    public ConcurrentQueue<string> Calls { get; } = new();

    public ConcurrentQueue<RegisterResourceRequest> Registrations { get; } = new();

    public ConcurrentQueue<ReadResourceRequest> Reads { get; } = new();

    public ConcurrentQueue<ResourceInvokeRequest> Invokes { get; } = new();

    public ConcurrentQueue<LogRequest> Logs { get; } = new();

    public ConcurrentDictionary<string, PropertyMap> Outputs { get; } = new();

    /// <summary>What a registration is answered with; default: its inputs, and an id unless it is a preview.</summary>
    public Func<RegisterResourceRequest, RegisterResourceResponse>? Answer { get; set; }

    public Func<ResourceInvokeRequest, PropertyMap> InvokeAnswer { get; set; } = _ => PropertyMap.Empty;

    public bool Preview { get; set; }

    public string Address => $"127.0.0.1:{server!.Port}";

    public static string Urn(string type, string name) => $"urn:pulumi:dev::shop::{type}::{name}";

    public RegisterResourceRequest Registration(string name) => Registrations.Single(request => request.Name == name);

    public PropertyMap Inputs(string name) => PropertyCodec.Decode(Registration(name).Object);

    public static async Task<FakeEngine> StartAsync()
    {
        var engine = new FakeEngine();
        var monitor = new GrpcService("pulumirpc.ResourceMonitor")
            .Unary(
                "SupportsFeature",
                SupportsFeatureRequest.Parser,
                (_, _) => engine.Reply("SupportsFeature", new SupportsFeatureResponse { HasSupport = true }))
            .Unary("RegisterResource", RegisterResourceRequest.Parser, (request, _) => engine.Register(request))
            .Unary("ReadResource", ReadResourceRequest.Parser, (request, _) => engine.Read(request))
            .Unary("Invoke", ResourceInvokeRequest.Parser, (request, _) => engine.Invoke(request))
            .Unary("RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, (request, _) => engine.Complete(request))
            .Unary("SignalAndWaitForShutdown", Empty.Parser, (_, _) => engine.Reply("SignalAndWaitForShutdown", new Empty()));
        var log = new GrpcService("pulumirpc.Engine").Unary("Log", LogRequest.Parser, (request, _) => engine.Log(request));
        engine.server = await GrpcServer.StartAsync(new GrpcServerOptions(), [monitor, log], CancellationToken.None);
        return engine;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private Task<T> Reply<T>(string call, T response)
    {
        Calls.Enqueue(call);
        return Task.FromResult(response);
    }

    private Task<RegisterResourceResponse> Register(RegisterResourceRequest request)
    {
        Registrations.Enqueue(request);
        var response = Answer?.Invoke(request) ?? new RegisterResourceResponse
        {
            Id = request.Custom && !Preview ? $"{request.Name}-id" : "",
            Object = request.Custom || request.Remote ? request.Object : new Struct(),
        };
        response.Urn = Urn(request.Type, request.Name);
        return Reply($"RegisterResource {request.Name}", response);
    }

    private Task<ReadResourceResponse> Read(ReadResourceRequest request)
    {
        Reads.Enqueue(request);
        return Reply(
            $"ReadResource {request.Name}", new ReadResourceResponse { Urn = Urn(request.Type, request.Name), Properties = request.Properties });
    }

    private Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request)
    {
        Invokes.Enqueue(request);
        return Reply($"Invoke {request.Tok}", new ResourceInvokeResponse { Return = PropertyCodec.Encode(InvokeAnswer(request)) });
    }

    private Task<Empty> Complete(RegisterResourceOutputsRequest request)
    {
        Outputs[request.Urn] = PropertyCodec.Decode(request.Outputs);
        return Reply("RegisterResourceOutputs", new Empty());
    }

    private Task<Empty> Log(LogRequest request)
    {
        Logs.Enqueue(request);
        return Task.FromResult(new Empty());
    }
}
