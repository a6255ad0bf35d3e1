using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Benchmarks;

/// <summary>What one operation of the embedded engine costs with 10,000 partner applications stored, beside the same with 100.</summary>
internal sealed class StoreGrowth(EmbeddedEngine engine, SigningCertificate key)
{
    private const int Rounds = 200;

    public static async Task MeasureAsync(Table table, CancellationToken cancellation)
    {
        var key = CertificateGenerator.SelfSigned("CN=partner", 2048, 365, TimeProvider.System.GetUtcNow()).Certificate;
        using var large = new TemporaryDirectory();
        using var small = new TemporaryDirectory();
        await using var many = await FillAsync(large.Path, 10_000, key, cancellation);
        await using var few = await FillAsync(small.Path, 100, key, cancellation);
        foreach (var (name, inMany, inFew) in new StoreGrowth(many, key).Operations(cancellation)
            .Zip(new StoreGrowth(few, key).Operations(cancellation), (one, other) => (one.Name, one.Call, other.Call)))
        {
            var (mine, theirs) = await TakeTurnsAsync(inMany, inFew);
            table.Add($"{name}, 10,000 partner applications | 100", mine.Percentile(50), theirs.Percentile(50));
        }
    }

    private static async Task<EmbeddedEngine> FillAsync(string directory, int count, SigningCertificate key, CancellationToken cancellation)
    {
        var options = new EmbeddedOptions([Estate.Lync, Estate.Exchange], [], directory);
        var engine = EmbeddedEngine.Open(options, TimeProvider.System, NullLoggerFactory.Instance);
        await engine.WriteOAuthConfigurationAsync(new SaveOAuthConfiguration(Estate.Lync.Fqdn, null, null, []), cancellation);
        await using var lab = await EmbeddedLab.OpenAsync(directory, TimeProvider.System, NullLoggerFactory.Instance, cancellation);
        await lab.Partners.AddAsync([.. Enumerable.Range(0, count).Select(number => Application(number, key))], cancellation);
        return engine;
    }

    private static PartnerApplication Application(int number, SigningCertificate key)
    {
        var identifier = $"{number:x8}-0000-0000-0000-000000000000";
        return new PartnerApplication(
            Estate.Lync.Fqdn, $"Application {number}", new PartnerSource.Certificate(identifier, "fabrikam.com", key), identifier, "fabrikam.com",
            $"{identifier}@fabrikam.com", [key], TrustLevel.Full, true, false, null);
    }

    private IEnumerable<(string Name, Func<Task> Call)> Operations(CancellationToken cancellation)
    {
        var source = new PartnerSource.Certificate("ffffffff-0000-0000-0000-000000000000", "fabrikam.com", key);
        var request = new SavePartnerApplication(Estate.Lync.Fqdn, "Measured", source, null, true, false, null);
        var ofOne = new ServerQuery(Estate.Lync.Fqdn, ServerParts.PartnerApplications)
        {
            Records = new RecordFilter.OfApplications([$"{50:x8}-0000-0000-0000-000000000000"]),
        };
        var servers = new ServerDirectory([Estate.Lync, Estate.Exchange], []);
        return
        [
            ("find", () => engine.FindPartnerApplicationAsync(Estate.Lync.Fqdn, "Application 50", cancellation)),
            ("find by application", () => engine.Reader.ReadAsync(ofOne, Silence.Instance, cancellation)),
            ("create and remove", async () =>
            {
                await engine.CreatePartnerApplicationAsync(request, cancellation);
                await engine.RemovePartnerApplicationAsync(Estate.Lync.Fqdn, "Measured", cancellation);
            }),
            ("explain", () => engine.ExplainTrustAsync(
                new TrustQuestion(Estate.Exchange.Fqdn, Estate.Lync.Fqdn, null, TimeProvider.System.GetUtcNow()), servers, TimeProvider.System)),
        ];
    }

    /// <summary>Whatever else the machine does meets both.</summary>
    private static async Task<(Samples Mine, Samples Theirs)> TakeTurnsAsync(Func<Task> mine, Func<Task> theirs)
    {
        var (first, second) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < Rounds; round++)
        {
            first.Add(await Samples.TimeAsync(mine));
            second.Add(await Samples.TimeAsync(theirs));
        }

        return (new Samples(first.Skip(10)), new Samples(second.Skip(10)));
    }
}
