using Google.Protobuf;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using Empty = Google.Protobuf.WellKnownTypes.Empty;

namespace PartnerTrust.Soak;

/// <summary>What the engine asks a plugin from its start to its end, the schema, which is longer than a window, among it: alone, before
/// another call, and beside many.</summary>
internal sealed class EngineRun(EngineConnection connection, TimeSpan limit)
{
    private const string ProviderUrn = "urn:pulumi:soak::soak::pulumi:providers:partnertrust::default";
    private const string Type = "partnertrust:index:PartnerApplication";
    private const string Urn = $"urn:pulumi:soak::soak::{Type}::exchange";
    private const int AtOnce = 6;

    private static readonly PropertyMap Settings = PropertyMap.Of(("servers", ListValue.Of(
        [Server("atl-cs-001.litwareinc.com", "LyncServer"), Server("autodiscover.litwareinc.com", "ExchangeServer")])));

    private static readonly PropertyMap Inputs = PropertyMap.Of(
        ("server", "atl-cs-001.litwareinc.com"),
        ("name", "microsoft.exchange"),
        ("authMetadataUrl", "https://autodiscover.litwareinc.com/autodiscover/metadata/json/1"));

    private int sent;
    private int answered;

    /// <summary>How many calls were answered.</summary>
    public int Answered => answered;

    public async Task RunAsync(int schemas, CancellationToken cancellation)
    {
        await CallAsync("Handshake", new ProviderHandshakeRequest { ConfigureWithUrn = true }, cancellation);
        await CallAsync("GetPluginInfo", new Empty(), cancellation);
        for (var round = 0; round < schemas; round++)
        {
            await CallAsync("GetSchema", new GetSchemaRequest(), cancellation);
            await CallAsync("GetPluginInfo", new Empty(), cancellation);
        }

        var settings = PropertyCodec.Encode(Settings);
        await CallAsync("CheckConfig", new CheckRequest { Urn = ProviderUrn, News = settings }, cancellation);
        await CallAsync(
            "Configure", new ConfigureRequest { Urn = ProviderUrn, Args = settings, AcceptSecrets = true, AcceptResources = true }, cancellation);
        await Task.WhenAll(
            Resources().Append(("GetSchema", new GetSchemaRequest())).Select(call => CallAsync(call.Method, call.Request, cancellation)));
        await Task.WhenAll(Resources().Select(call => CallAsync(call.Method, call.Request, cancellation)));
        await CallAsync("Cancel", new Empty(), cancellation);
    }

    private async Task CallAsync(string method, IMessage request, CancellationToken cancellation)
    {
        var call = await connection.StartAsync(
            $"/pulumirpc.ResourceProvider/{method}", request.ToByteArray(), apart: Interlocked.Increment(ref sent) % 2 == 0);
        try
        {
            var answer = await call.Answer.WaitAsync(limit, cancellation);
            if (answer is null)
            {
                throw new LostAnswerException($"{method} on stream {call.Stream} failed", connection.Record);
            }
        }
        catch (TimeoutException)
        {
            connection.Record.Note($"{method} on stream {call.Stream} has no answer after {limit.TotalSeconds} s");
            await Autopsy.LookAsync(connection);
            throw new LostAnswerException($"{method} on stream {call.Stream} was never answered", connection.Record);
        }

        Interlocked.Increment(ref answered);
    }

    private static IEnumerable<(string Method, IMessage Request)> Resources()
    {
        var inputs = PropertyCodec.Encode(Inputs);
        for (var number = 0; number < AtOnce; number++)
        {
            yield return ("Check", new CheckRequest { Urn = Urn, Type = Type, Name = "exchange", Olds = inputs, News = inputs });
            yield return ("Diff", new DiffRequest { Id = "a/b", Urn = Urn, Type = Type, Name = "exchange", Olds = inputs, OldInputs = inputs, News = inputs });
        }
    }

    private static PropertyMap Server(string fqdn, string product) => PropertyMap.Of(("fqdn", fqdn), ("product", product));
}
