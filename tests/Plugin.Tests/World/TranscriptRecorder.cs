using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Grpc.Core;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Stands between engine and plugin and writes down what they say.</summary>
internal sealed class TranscriptRecorder : IAsyncDisposable
{
    private static readonly JsonFormatter Format = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Placeholders placeholders = new();
    private readonly List<TranscriptLine> lines = [];
    private GrpcServer? server;
    private GrpcChannel? channel;

    public IReadOnlyList<TranscriptLine> Lines => lines;

    public ResourceProviderClient Client { get; private set; } = null!;

    public static async Task<TranscriptRecorder> StartAsync(ResourceProviderClient plugin)
    {
        var recorder = new TranscriptRecorder();
        var service = new GrpcService("pulumirpc.ResourceProvider");
        foreach (var call in TranscriptCall.All)
        {
            call.Describe(service, plugin, recorder.Record);
        }

        recorder.server = await GrpcServer.StartAsync(new GrpcServerOptions(), [service], CancellationToken.None);
        recorder.channel = new GrpcChannel($"127.0.0.1:{recorder.server.Port}");
        recorder.Client = new ResourceProviderClient(recorder.channel);
        return recorder;
    }

    public async ValueTask DisposeAsync()
    {
        channel?.Dispose();
        await server!.DisposeAsync();
    }

    /// <summary>Names in order, so that the same message is always the same text.</summary>
    public static string Text(IMessage message) => Sorted(JsonNode.Parse(Format.Format(message)))!.ToJsonString(Plain);

    /// <summary>What a failure says, with what it kept.</summary>
    public static string Text(RpcException failure) => new JsonObject
    {
        ["failure"] = failure.Message,
        ["kept"] = failure.Detail<ErrorResourceInitFailed>() is { } kept ? JsonNode.Parse(Text(kept)) : null,
        ["status"] = failure.StatusCode.ToString(),
    }.ToJsonString(Plain);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private void Record(string method, string request, string response) =>
        lines.Add(new TranscriptLine(method, placeholders.Hide(request), placeholders.Hide(response)));
}
