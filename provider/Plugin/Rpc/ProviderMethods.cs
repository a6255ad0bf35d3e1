using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>Every RPC of the resource provider service.</summary>
internal static class ProviderMethods
{
    /// <param name="begin">The session of a call with which an engine begins.</param>
    /// <param name="current">The session of any other call.</param>
    public static GrpcService Describe(Func<SessionRpcs> begin, Func<SessionRpcs> current) => new GrpcService("pulumirpc.ResourceProvider")
        .Unary<ProviderHandshakeRequest, ProviderHandshakeResponse>(
            "Handshake", ProviderHandshakeRequest.Parser, (request, stop) => begin().Negotiation.HandshakeAsync(request, stop))
        .Unary<PluginAttach, Empty>("Attach", PluginAttach.Parser, (request, stop) => begin().Negotiation.AttachAsync(request, stop))
        .Unary<Empty, PluginInfo>("GetPluginInfo", Empty.Parser, NegotiationRpc.GetPluginInfoAsync)
        .Unary<GetSchemaRequest, GetSchemaResponse>(
            "GetSchema", GetSchemaRequest.Parser, (request, stop) => current().Negotiation.GetSchemaAsync(request, stop))
        .Unary<ParameterizeRequest, ParameterizeResponse>("Parameterize", ParameterizeRequest.Parser, NegotiationRpc.ParameterizeAsync)
        .Unary<GetMappingRequest, GetMappingResponse>("GetMapping", GetMappingRequest.Parser, NegotiationRpc.GetMappingAsync)
        .Unary<GetMappingsRequest, GetMappingsResponse>("GetMappings", GetMappingsRequest.Parser, NegotiationRpc.GetMappingsAsync)
        .Unary<Empty, Empty>("Cancel", Empty.Parser, (request, stop) => current().Negotiation.CancelAsync(request, stop))
        .Unary<CheckRequest, CheckResponse>("CheckConfig", CheckRequest.Parser, (request, stop) => current().Configuration.CheckAsync(request, stop))
        .Unary<DiffRequest, DiffResponse>("DiffConfig", DiffRequest.Parser, (request, stop) => current().Configuration.DiffAsync(request, stop))
        .Unary<ConfigureRequest, ConfigureResponse>(
            "Configure", ConfigureRequest.Parser, (request, stop) => current().Configuration.ConfigureAsync(request, stop))
        .Unary<CheckRequest, CheckResponse>("Check", CheckRequest.Parser, (request, stop) => current().Previews.CheckAsync(request, stop))
        .Unary<DiffRequest, DiffResponse>("Diff", DiffRequest.Parser, (request, stop) => current().Previews.DiffAsync(request, stop))
        .Unary<CreateRequest, CreateResponse>("Create", CreateRequest.Parser, (request, stop) => current().Previews.CreateAsync(request, stop))
        .Unary<ReadRequest, ReadResponse>("Read", ReadRequest.Parser, (request, stop) => current().Resources.ReadAsync(request, stop))
        .Unary<UpdateRequest, UpdateResponse>("Update", UpdateRequest.Parser, (request, stop) => current().Previews.UpdateAsync(request, stop))
        .Unary<DeleteRequest, Empty>("Delete", DeleteRequest.Parser, (request, stop) => current().Previews.DeleteAsync(request, stop))
        .Unary<InvokeRequest, InvokeResponse>("Invoke", InvokeRequest.Parser, (request, stop) => current().Previews.InvokeAsync(request, stop))
        .Unary<CallRequest, CallResponse>("Call", CallRequest.Parser, FunctionRpc.CallAsync)
        .Unary<ConstructRequest, ConstructResponse>(
            "Construct", ConstructRequest.Parser, (request, stop) => current().Components.ConstructAsync(request, stop))
        .ServerStreaming<ListRequest, ListResponse>("List", ListRequest.Parser, (request, stop) => current().Lists.ListAsync(request, stop));
}
