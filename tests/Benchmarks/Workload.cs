using Google.Protobuf;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Benchmarks;

internal sealed record Call(string Name, Func<CancellationToken, Task> RunAsync);

/// <summary>What the engine asks most: who are you, and has this resource changed.</summary>
internal static class Workload
{
    private const string ProviderUrn = "urn:pulumi:bench::bench::pulumi:providers:partnertrust::default";
    private const string Urn = "urn:pulumi:bench::bench::partnertrust:index:PartnerApplication::exchange";
    private const string Type = "partnertrust:index:PartnerApplication";

    private static readonly PropertyMap Inputs = PropertyMap.Of(
        ("server", "atl-cs-001.litwareinc.com"),
        ("name", "microsoft.exchange"),
        ("authMetadataUrl", "https://autodiscover.litwareinc.com/autodiscover/metadata/json/1"),
        ("trustLevel", "Full"));

    public static async Task ConfigureAsync(
        GrpcChannel channel, string dataDirectory, CancellationToken cancellation, params (string Name, PropertyValue Value)[] more)
    {
        var provider = new ResourceProviderClient(channel);
        var settings = PropertyCodec.Encode(PropertyMap.Of(
        [
            ("servers", ListValue.Of([Server(Litware.Lync, "LyncServer"), Server(Litware.Exchange, "ExchangeServer")])),
            ("dataDirectory", dataDirectory),
            .. more,
        ]));
        await provider.HandshakeAsync(new ProviderHandshakeRequest { ConfigureWithUrn = true }, cancellation);
        var check = await provider.CheckConfigAsync(new CheckRequest { Urn = ProviderUrn, News = settings }, cancellation);
        await provider.ConfigureAsync(
            new ConfigureRequest { Urn = ProviderUrn, Args = check.Inputs, AcceptSecrets = true, AcceptResources = true }, cancellation);
    }

    public static IReadOnlyList<Call> Of(GrpcChannel channel)
    {
        var provider = new ResourceProviderClient(channel);
        var inputs = PropertyCodec.Encode(Inputs);
        var check = new CheckRequest
        {
            Urn = Urn,
            Type = Type,
            Name = "exchange",
            Olds = inputs,
            News = inputs,
            RandomSeed = ByteString.CopyFrom(new byte[32]),
        };
        var diff = new DiffRequest
        {
            Id = "atl-cs-001.litwareinc.com/microsoft.exchange",
            Urn = Urn,
            Type = Type,
            Name = "exchange",
            Olds = inputs,
            OldInputs = inputs,
            News = inputs,
        };
        return
        [
            new("GetPluginInfo", cancellation => provider.GetPluginInfoAsync(cancellation)),
            new("Check", cancellation => provider.CheckAsync(check, cancellation)),
            new("Diff", cancellation => provider.DiffAsync(diff, cancellation)),
        ];
    }

    private static PropertyMap Server(string fqdn, string product) => PropertyMap.Of(("fqdn", fqdn), ("product", product));
}
