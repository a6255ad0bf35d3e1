using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.Benchmarks;

/// <summary>What a preview of the two-way trust takes longer because it proves that the trust will work, beside the most that this may cost: of
/// a process that the engine has just started, and of one that has planned once before.</summary>
internal sealed class ProofCost(Table table, string plugin, string[] arguments, CancellationToken cancellation)
{
    private const int Starts = 15;
    private const int ManyChecks = 30;

    private static readonly TimeSpan MostWithGivenKeys = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan MostWithNewKey = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MostWithManyChecks = TimeSpan.FromMilliseconds(500);

    private static readonly PropertyMap Ken = PropertyMap.Of(
        ("sipUri", Litware.Ken), ("smtpAddress", Litware.KenSmtp), ("server", Litware.Exchange));

    public static async Task MeasureAsync(Table table, string plugin, string[] arguments, CancellationToken cancellation)
    {
        var cost = new ProofCost(table, plugin, arguments, cancellation);
        await cost.AddAsync("given keys", [.. Trust(Given(), Given()), Check(0)], MostWithGivenKeys);
        await cost.AddAsync("one new key", [.. Trust(Given(), New()), Check(0)], MostWithNewKey);
        await cost.AddAsync(
            $"given keys and {ManyChecks} checks", [.. Trust(Given(), Given()), .. Enumerable.Range(0, ManyChecks).Select(Check)], MostWithManyChecks);
    }

    /// <summary>With the proof and without it take turns, so that whatever else the machine does meets both. Under <c>strict</c> a check of which
    /// anything else is told than that it would succeed ends the benchmark.</summary>
    private async Task AddAsync(string what, IReadOnlyList<Planned> program, TimeSpan most)
    {
        var (proving, off) = (new List<Cost[]>(), new List<Cost[]>());
        for (var start = 0; start < Starts; start++)
        {
            proving.Add(await PreviewTwiceAsync(program, "strict"));
            off.Add(await PreviewTwiceAsync(program, "off"));
        }

        Add($"{what}, first preview of a process", [.. proving.Select(costs => costs[0])], [.. off.Select(costs => costs[0])], most);
        Add($"{what}, second preview", [.. proving.Select(costs => costs[1])], [.. off.Select(costs => costs[1])], most);
    }

    private void Add(string what, List<Cost> proving, List<Cost> off, TimeSpan most)
    {
        var (with, without) = (new Samples(proving.Select(cost => cost.Time)), new Samples(off.Select(cost => cost.Time)));
        var (proof, processor) = (with.Percentile(50) - without.Percentile(50), Processor(proving) - Processor(off));
        table.Add($"preview of a two-way trust, {what} | the same without the proof", with.Percentile(50), without.Percentile(50));
        table.Add($"the proof, {what} | the most that is allowed", proof, most);
        table.Add($"the proof, {what}, processor time | the most that is allowed", processor, most);
    }

    /// <summary>A mean: systems count it in hundredths of a second.</summary>
    private static TimeSpan Processor(List<Cost> costs) => costs.Aggregate(TimeSpan.Zero, (sum, cost) => sum + cost.Processor) / costs.Count;

    private async Task<Cost[]> PreviewTwiceAsync(IReadOnlyList<Planned> program, string proof)
    {
        await using var subject = await ServerProcess.StartAsync(plugin, arguments, cancellation);
        return [await PreviewAsync(subject, program, proof), await PreviewAsync(subject, program, proof)];
    }

    private async Task<Cost> PreviewAsync(ServerProcess subject, IReadOnlyList<Planned> program, string proof)
    {
        using var data = new TemporaryDirectory();
        await Workload.ConfigureAsync(subject.Channel, data.Path, cancellation, ("proveOnPreview", proof), ("mailboxes", ListValue.Of([Ken])));
        var (start, processor) = (Stopwatch.GetTimestamp(), subject.ProcessorTime);
        foreach (var resource in program)
        {
            await PlanAsync(subject.Channel, resource);
        }

        return new Cost(Stopwatch.GetElapsedTime(start), subject.ProcessorTime - processor);
    }

    private async Task PlanAsync(GrpcChannel channel, Planned resource)
    {
        var provider = new ResourceProviderClient(channel);
        var type = $"partnertrust:index:{resource.Type}";
        var urn = $"urn:pulumi:bench::bench::{type}::{resource.Name}";
        var check = await provider.CheckAsync(
            new CheckRequest { Urn = urn, Type = type, News = PropertyCodec.Encode(resource.Inputs), RandomSeed = ByteString.CopyFrom(new byte[32]) },
            cancellation);
        if (check.Failures.Count > 0)
        {
            throw new InvalidOperationException($"{resource.Name} is refused: {check.Failures[0].Reason}");
        }

        await provider.CreateAsync(new CreateRequest { Urn = urn, Type = type, Properties = check.Inputs, Preview = true }, cancellation);
    }

    private static IEnumerable<Planned> Trust(PropertyMap lyncKey, PropertyMap exchangeKey) =>
    [
        new("CertificateBinding", "lync-key", PropertyMap.Of(("server", Litware.Lync), ("source", lyncKey))),
        new("CertificateBinding", "exchange-key", PropertyMap.Of(("server", Litware.Exchange), ("source", exchangeKey))),
        new("OAuthConfiguration", "oauth", PropertyMap.Of(
            ("server", Litware.Lync), ("exchangeAutodiscoverUrl", Litware.Url(Litware.Exchange, "/autodiscover/autodiscover.svc").ToString()))),
        new("AuthMetadataEndpoint", "lync-document", PropertyMap.Of(("server", Litware.Lync))),
        new("AuthMetadataEndpoint", "exchange-document", PropertyMap.Of(("server", Litware.Exchange))),
        new("PartnerApplication", "exchange", PropertyMap.Of(
            ("server", Litware.Lync), ("name", "Exchange"), ("authMetadataUrl", Estate.Exchange.MetadataUrl.ToString()))),
        new("PartnerApplication", "lync", PropertyMap.Of(
            ("server", Litware.Exchange), ("name", "Lync"), ("authMetadataUrl", Estate.Lync.MetadataUrl.ToString()),
            ("acceptSecurityIdentifierInformation", true),
            ("linkedAccount", PropertyMap.Of(
                ("name", "LyncEnterprise-ApplicationAccount"), ("roles", ListValue.Of(["UserApplication", "ArchiveApplication"])))))),
    ];

    private static Planned Check(int number) =>
        new("ConnectivityCheck", $"check-{number}", PropertyMap.Of(("server", Litware.Lync), ("sipUri", Litware.Ken)));

    private static PropertyMap New() => PropertyMap.Of(
        ("generate", PropertyMap.Of(("subject", $"CN={Litware.Realm}"), ("validityDays", 730))));

    private static PropertyMap Given()
    {
        var made = CertificateGenerator.SelfSigned($"CN={Litware.Realm}", 2048, 730, TimeProvider.System.GetUtcNow());
        return PropertyMap.Of(("pfx", Convert.ToBase64String(Pfx(made))), ("pfxPassword", "given"));
    }

    private static byte[] Pfx(CertificateWithKey made)
    {
        using var key = made.OpenKey();
        using var certificate = X509CertificateLoader.LoadCertificate(made.Certificate.Der.AsSpan());
        using var both = certificate.CopyWithPrivateKey(key);
        return both.Export(X509ContentType.Pfx, "given");
    }

    private readonly record struct Cost(TimeSpan Time, TimeSpan Processor);

    private sealed record Planned(string Type, string Name, PropertyMap Inputs);
}
