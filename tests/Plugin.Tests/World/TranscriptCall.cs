using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>An RPC of a resource's life, as transcripts hold it.</summary>
internal abstract record TranscriptCall(string Method)
{
    public static IReadOnlyList<TranscriptCall> All { get; } =
    [
        new Of<CheckRequest, CheckResponse>("Check", CheckRequest.Parser, (client, request) => client.CheckAsync(request, default)),
        new Of<DiffRequest, DiffResponse>("Diff", DiffRequest.Parser, (client, request) => client.DiffAsync(request, default)),
        new Of<CreateRequest, CreateResponse>("Create", CreateRequest.Parser, (client, request) => client.CreateAsync(request, default)),
        new Of<ReadRequest, ReadResponse>("Read", ReadRequest.Parser, (client, request) => client.ReadAsync(request, default)),
        new Of<UpdateRequest, UpdateResponse>("Update", UpdateRequest.Parser, (client, request) => client.UpdateAsync(request, default)),
        new Of<DeleteRequest, Empty>("Delete", DeleteRequest.Parser, (client, request) => client.DeleteAsync(request, default)),
    ];

    public abstract void Describe(GrpcService service, ResourceProviderClient plugin, Action<string, string, string> record);

    /// <summary>Sends the recorded request and returns what the build answers.</summary>
    public abstract Task<string> ReplayAsync(ResourceProviderClient plugin, string request);

    private sealed record Of<TRequest, TResponse>(
        string Method, MessageParser<TRequest> Parser, Func<ResourceProviderClient, TRequest, Task<TResponse>> Call) : TranscriptCall(Method)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>
    {
        public override void Describe(GrpcService service, ResourceProviderClient plugin, Action<string, string, string> record) =>
            service.Unary(Method, Parser, async (request, _) =>
            {
                try
                {
                    var response = await Call(plugin, request);
                    record(Method, TranscriptRecorder.Text(request), TranscriptRecorder.Text(response));
                    return response;
                }
                catch (RpcException failure)
                {
                    record(Method, TranscriptRecorder.Text(request), TranscriptRecorder.Text(failure));
                    throw;
                }
            });

        public override async Task<string> ReplayAsync(ResourceProviderClient plugin, string request)
        {
            try
            {
                return TranscriptRecorder.Text(await Call(plugin, JsonParser.Default.Parse<TRequest>(request)));
            }
            catch (RpcException failure)
            {
                return TranscriptRecorder.Text(failure);
            }
        }
    }
}
