using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Components;
using PartnerTrust.Plugin.Functions;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The resource provider service, every RPC of it, over one session.</summary>
public sealed class ProviderService
{
    private readonly ProviderSession session;
    private readonly NegotiationRpc negotiation;
    private readonly ConfigurationRpc configuration;
    private readonly ResourceRpc resources;
    private readonly FunctionRpc functions;
    private readonly ListRpc lists;
    private readonly ConstructRpc components;
    private readonly RpcBoundary boundary;

    public ProviderService(ProviderSession session, Action cancelAnswered)
    {
        this.session = session;
        var registry = ResourceRegistry.Of(session.Schema);
        negotiation = new NegotiationRpc(session, cancelAnswered);
        configuration = new ConfigurationRpc(session);
        resources = new ResourceRpc(session, registry);
        functions = new FunctionRpc(session, FunctionRegistry.Of(session.Schema));
        lists = new ListRpc(session, registry);
        components = new ConstructRpc(session, ComponentRegistry.Of(session.Schema));
        boundary = new RpcBoundary(session.Environment.Logs.CreateLogger<RpcBoundary>(), session.Secrets);
    }

    /// <summary>Serves on loopback; port 0 lets the system choose.</summary>
    public Task<GrpcServer> StartAsync(int port, CancellationToken cancellationToken) => GrpcServer.StartAsync(
        new GrpcServerOptions { Port = port, Logs = session.Environment.Logs, MapException = boundary.Map }, [Describe()], cancellationToken);

    private GrpcService Describe() => new GrpcService("pulumirpc.ResourceProvider")
        .Unary<ProviderHandshakeRequest, ProviderHandshakeResponse>("Handshake", ProviderHandshakeRequest.Parser, negotiation.HandshakeAsync)
        .Unary<PluginAttach, Empty>("Attach", PluginAttach.Parser, negotiation.AttachAsync)
        .Unary<Empty, PluginInfo>("GetPluginInfo", Empty.Parser, NegotiationRpc.GetPluginInfoAsync)
        .Unary<GetSchemaRequest, GetSchemaResponse>("GetSchema", GetSchemaRequest.Parser, negotiation.GetSchemaAsync)
        .Unary<ParameterizeRequest, ParameterizeResponse>("Parameterize", ParameterizeRequest.Parser, NegotiationRpc.ParameterizeAsync)
        .Unary<GetMappingRequest, GetMappingResponse>("GetMapping", GetMappingRequest.Parser, NegotiationRpc.GetMappingAsync)
        .Unary<GetMappingsRequest, GetMappingsResponse>("GetMappings", GetMappingsRequest.Parser, NegotiationRpc.GetMappingsAsync)
        .Unary<Empty, Empty>("Cancel", Empty.Parser, negotiation.CancelAsync)
        .Unary<CheckRequest, CheckResponse>("CheckConfig", CheckRequest.Parser, configuration.CheckAsync)
        .Unary<DiffRequest, DiffResponse>("DiffConfig", DiffRequest.Parser, configuration.DiffAsync)
        .Unary<ConfigureRequest, ConfigureResponse>("Configure", ConfigureRequest.Parser, configuration.ConfigureAsync)
        .Unary<CheckRequest, CheckResponse>("Check", CheckRequest.Parser, resources.CheckAsync)
        .Unary<DiffRequest, DiffResponse>("Diff", DiffRequest.Parser, resources.DiffAsync)
        .Unary<CreateRequest, CreateResponse>("Create", CreateRequest.Parser, resources.CreateAsync)
        .Unary<ReadRequest, ReadResponse>("Read", ReadRequest.Parser, resources.ReadAsync)
        .Unary<UpdateRequest, UpdateResponse>("Update", UpdateRequest.Parser, resources.UpdateAsync)
        .Unary<DeleteRequest, Empty>("Delete", DeleteRequest.Parser, resources.DeleteAsync)
        .Unary<InvokeRequest, InvokeResponse>("Invoke", InvokeRequest.Parser, functions.InvokeAsync)
        .Unary<CallRequest, CallResponse>("Call", CallRequest.Parser, FunctionRpc.CallAsync)
        .Unary<ConstructRequest, ConstructResponse>("Construct", ConstructRequest.Parser, components.ConstructAsync)
        .ServerStreaming<ListRequest, ListResponse>("List", ListRequest.Parser, lists.ListAsync);
}
