using Google.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Asks the handlers themselves, without a server: for what is answered before anything is done.</summary>
internal sealed class HandlerCaller(SessionRpcs rpcs) : IGrpcCaller
{
    private readonly RpcBoundary boundary = new(NullLogger<RpcBoundary>.Instance, text => text);

    public async Task<TResponse> UnaryAsync<TRequest, TResponse>(
        string service, string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        try
        {
            return (TResponse)await AnswerAsync(method, request, cancellation);
        }
        catch (Exception failure)
        {
            throw boundary.Map(failure);
        }
    }

    public IAsyncEnumerable<TResponse> ServerStreamingAsync<TRequest, TResponse>(
        string service, string method, TRequest request, MessageParser<TResponse> parser, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> => throw new NotSupportedException($"{method} is asked through a server.");

    private async Task<IMessage> AnswerAsync(string method, IMessage request, CancellationToken cancellation) => (method, request) switch
    {
        ("CheckConfig", CheckRequest check) => await rpcs.Configuration.CheckAsync(check, cancellation),
        ("DiffConfig", DiffRequest diff) => await rpcs.Configuration.DiffAsync(diff, cancellation),
        ("Configure", ConfigureRequest configure) => await rpcs.Configuration.ConfigureAsync(configure, cancellation),
        ("Check", CheckRequest check) => await rpcs.Resources.CheckAsync(check, cancellation),
        ("Diff", DiffRequest diff) => await rpcs.Resources.DiffAsync(diff, cancellation),
        _ => throw new NotSupportedException($"{method} is asked through a server."),
    };
}
