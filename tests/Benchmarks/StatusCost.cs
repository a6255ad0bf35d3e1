using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Benchmarks;

/// <summary>What <c>status</c> takes for 200 two-way trusts, each of two servers with keys of their own: the whole process, beside one that opens
/// the same store and says what time it is there.</summary>
internal static class StatusCost
{
    private const int Trusts = 200;
    private const int Runs = 10;

    public static async Task MeasureAsync(Table table, string plugin, CancellationToken cancellation)
    {
        using var data = new TemporaryDirectory();
        await FillAsync(data.Path, cancellation);
        var (status, floor) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var run = 0; run < Runs; run++)
        {
            status.Add(await StartUp.UntilExitAsync(plugin, ["status", "--data", data.Path], cancellation));
            floor.Add(await StartUp.UntilExitAsync(plugin, ["lab", "clock", "--data", data.Path], cancellation));
        }

        table.Add($"status of {Trusts} trusts | lab clock", new Samples(status).Percentile(50), new Samples(floor).Percentile(50));
    }

    private static async Task FillAsync(string directory, CancellationToken cancellation)
    {
        var pairs = Enumerable.Range(0, Trusts).Select(Pair).ToList();
        var options = new EmbeddedOptions(
            [.. pairs.SelectMany(pair => new[] { pair.Lync, pair.Exchange })], [.. pairs.Select(pair => MailboxOf(pair.Exchange))], directory);
        await using var engine = EmbeddedEngine.Open(options, TimeProvider.System, NullLoggerFactory.Instance);
        await using var lab = await OpenAsync(engine, pairs[0].Lync, directory, cancellation);
        foreach (var (lync, exchange) in pairs)
        {
            var (ofLync, ofExchange) = (await BindAsync(engine, lync, cancellation), await BindAsync(engine, exchange, cancellation));
            var autodiscover = new Uri($"https://{exchange.Fqdn}/autodiscover/autodiscover.svc");
            await engine.WriteOAuthConfigurationAsync(new SaveOAuthConfiguration(lync.Fqdn, null, autodiscover, []), cancellation);
            await lab.Partners.AddAsync([Record(lync, exchange, ofExchange), Record(exchange, lync, ofLync)], cancellation);
        }
    }

    /// <summary>A directory is there for the lab once something is written to it.</summary>
    private static async Task<EmbeddedLab> OpenAsync(EmbeddedEngine engine, Server first, string directory, CancellationToken cancellation)
    {
        await engine.WriteOAuthConfigurationAsync(new SaveOAuthConfiguration(first.Fqdn, null, null, []), cancellation);
        return await EmbeddedLab.OpenAsync(directory, TimeProvider.System, NullLoggerFactory.Instance, cancellation);
    }

    private static async Task<SigningCertificate> BindAsync(EmbeddedEngine engine, Server server, CancellationToken cancellation)
    {
        var source = new CertificateSource.Generated($"CN={server.Fqdn}", KeySize: 2048, ValidityDays: 365);
        return (await engine.BindCertificateAsync(new BindCertificate(server.Fqdn, source, null), cancellation)).Slots.Current!;
    }

    private static (Server Lync, Server Exchange) Pair(int number) =>
        (Of($"lync.r{number}.example", ServerProduct.LyncServer), Of($"exchange.r{number}.example", ServerProduct.ExchangeServer));

    private static Server Of(string fqdn, ServerProduct product)
    {
        var realm = fqdn[(fqdn.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return new Server(fqdn, product, realm, MetadataUrls.Default(fqdn, product), [realm]);
    }

    private static Mailbox MailboxOf(Server exchange) =>
        new($"sip:ken@{exchange.Realm}", $"ken@{exchange.Realm}", exchange.Fqdn, ArchiveEnabled: false);

    private static PartnerApplication Record(Server holder, Server partner, SigningCertificate key) => new(
        holder.Fqdn, partner.Product.ToString(), new PartnerSource.Metadata(partner.MetadataUrl, TrustAnySslCertificate: false),
        partner.ApplicationIdentifier, partner.Realm, $"{partner.ApplicationIdentifier}@{partner.Realm}", [key],
        holder.Product == ServerProduct.LyncServer ? TrustLevel.Full : null, true, false, null);
}
