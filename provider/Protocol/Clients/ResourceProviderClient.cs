using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Protocol.Clients;

/// <summary>Calls a provider, as the engine does.</summary>
public sealed class ResourceProviderClient(IGrpcCaller provider)
{
    private const string Service = "pulumirpc.ResourceProvider";

    public Task<ProviderHandshakeResponse> HandshakeAsync(ProviderHandshakeRequest request, CancellationToken cancellation) =>
        CallAsync("Handshake", request, ProviderHandshakeResponse.Parser, cancellation);

    public Task<ParameterizeResponse> ParameterizeAsync(ParameterizeRequest request, CancellationToken cancellation) =>
        CallAsync("Parameterize", request, ParameterizeResponse.Parser, cancellation);

    public Task<GetSchemaResponse> GetSchemaAsync(GetSchemaRequest request, CancellationToken cancellation) =>
        CallAsync("GetSchema", request, GetSchemaResponse.Parser, cancellation);

    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellation) =>
        CallAsync("CheckConfig", request, CheckResponse.Parser, cancellation);

    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellation) =>
        CallAsync("DiffConfig", request, DiffResponse.Parser, cancellation);

    public Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellation) =>
        CallAsync("Configure", request, ConfigureResponse.Parser, cancellation);

    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellation) =>
        CallAsync("Invoke", request, InvokeResponse.Parser, cancellation);

    public Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellation) =>
        CallAsync("Call", request, CallResponse.Parser, cancellation);

    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellation) =>
        CallAsync("Check", request, CheckResponse.Parser, cancellation);

    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellation) =>
        CallAsync("Diff", request, DiffResponse.Parser, cancellation);

    public Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellation) =>
        CallAsync("Create", request, CreateResponse.Parser, cancellation);

    public Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellation) =>
        CallAsync("Read", request, ReadResponse.Parser, cancellation);

    public IAsyncEnumerable<ListResponse> ListAsync(ListRequest request, CancellationToken cancellation) =>
        provider.ServerStreamingAsync(Service, "List", request, ListResponse.Parser, cancellation);

    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellation) =>
        CallAsync("Update", request, UpdateResponse.Parser, cancellation);

    public Task<Empty> DeleteAsync(DeleteRequest request, CancellationToken cancellation) =>
        CallAsync("Delete", request, Empty.Parser, cancellation);

    public Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken cancellation) =>
        CallAsync("Construct", request, ConstructResponse.Parser, cancellation);

    public Task<Empty> CancelAsync(CancellationToken cancellation) =>
        CallAsync("Cancel", new Empty(), Empty.Parser, cancellation);

    public Task<PluginInfo> GetPluginInfoAsync(CancellationToken cancellation) =>
        CallAsync("GetPluginInfo", new Empty(), PluginInfo.Parser, cancellation);

    public Task<Empty> AttachAsync(PluginAttach request, CancellationToken cancellation) =>
        CallAsync("Attach", request, Empty.Parser, cancellation);

    public Task<GetMappingResponse> GetMappingAsync(GetMappingRequest request, CancellationToken cancellation) =>
        CallAsync("GetMapping", request, GetMappingResponse.Parser, cancellation);

    public Task<GetMappingsResponse> GetMappingsAsync(GetMappingsRequest request, CancellationToken cancellation) =>
        CallAsync("GetMappings", request, GetMappingsResponse.Parser, cancellation);

    private Task<TResponse> CallAsync<TRequest, TResponse>(
        string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        provider.UnaryAsync(Service, method, request, parser, cancellation);
}
