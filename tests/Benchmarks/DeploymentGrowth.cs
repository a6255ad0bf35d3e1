using System.Diagnostics;
using System.Security.Cryptography;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.Benchmarks;

/// <summary>What one more resource costs the plugin when a stack has hundreds already, beside the first ones: each is checked and created, as a
/// deployment does it.</summary>
internal static class DeploymentGrowth
{
    private const int Resources = 400;
    private const int Compared = 100;
    private const string Type = "partnertrust:index:PartnerApplication";

    public static async Task MeasureAsync(Table table, string plugin, string[] arguments, CancellationToken cancellation)
    {
        using var data = new TemporaryDirectory();
        await using var subject = await ServerProcess.StartAsync(plugin, arguments, cancellation);
        await Workload.ConfigureAsync(subject.Channel, data.Path, cancellation);
        var times = await DeployAsync(subject.Channel, cancellation);
        table.Add(
            $"check and create through the plugin, the last {Compared} of {Resources} | the first",
            new Samples(times.TakeLast(Compared)).Percentile(50),
            new Samples(times.Skip(10).Take(Compared)).Percentile(50));
    }

    private static async Task<List<TimeSpan>> DeployAsync(GrpcChannel channel, CancellationToken cancellation)
    {
        var provider = new ResourceProviderClient(channel);
        var key = CertificateGenerator.SelfSigned("CN=partner", 2048, 365, TimeProvider.System.GetUtcNow()).Certificate;
        var pem = PemEncoding.WriteString("CERTIFICATE", key.Der.AsSpan());
        var times = new List<TimeSpan>();
        for (var number = 0; number < Resources; number++)
        {
            var urn = $"urn:pulumi:bench::bench::{Type}::partner-{number}";
            var news = PropertyCodec.Encode(Inputs(number, pem));
            var start = Stopwatch.GetTimestamp();
            var check = await provider.CheckAsync(new CheckRequest { Urn = urn, Type = Type, News = news }, cancellation);
            await provider.CreateAsync(new CreateRequest { Urn = urn, Type = Type, Properties = check.Inputs }, cancellation);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times;
    }

    private static PropertyMap Inputs(int number, string pem) => PropertyMap.Of(
        ("server", "atl-cs-001.litwareinc.com"),
        ("name", $"partner-{number}"),
        ("certificate", PropertyMap.Of(
            ("applicationIdentifier", $"{number:x8}-0000-0000-0000-000000000000"), ("realm", "fabrikam.com"), ("certificatePem", pem))));
}
