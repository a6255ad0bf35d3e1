using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.Store;

public sealed class SqliteTrustStoreTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_partner_application_is_read_as_it_was_written()
    {
        await using var store = Open();
        PartnerApplication[] written =
        [
            Partners.OnLync("A", Certs.Public(0), Certs.Public(1)),
            Partners.OnLync("B", Certs.Public(0)) with
            {
                Source = new PartnerSource.Certificate("00000003-0000-0ff1-ce00-000000000000", "r", Certs.Public(0)),
                ApplicationIdentifier = "00000003-0000-0ff1-ce00-000000000000",
                Realm = "r",
                TrustLevel = null,
                Enabled = false,
                AcceptSecurityIdentifierInformation = true,
                LinkedAccount = new LinkedAccount("LyncEnterprise-ApplicationAccount", ["UserApplication", "Mailbox Search"]),
            },
            Partners.Numbered(7),
        ];

        await store.WriteAsync(session => Save(session, written), default);

        var read = await store.ReadAsync(session => session.PartnerApplications.List(Litware.Lync, null, 10), default);
        Assert.Equal(["A", "Application 7", "B"], read.Select(application => application.Name));
        Assert.Equal(written.Length, read.Count(application => written.Any(other => Same(application, other))));
    }

    [Fact]
    public async Task Names_are_one_name_whatever_their_case()
    {
        await using var store = Open();
        await store.WriteAsync(session => Save(session, Partners.OnLync("Exchange"), Partners.OnLync("EXCHANGE") with { Enabled = false }), default);

        var read = await store.ReadAsync(session => session.PartnerApplications.Find(Litware.Lync, "exchange"), default);

        Assert.Equal(("EXCHANGE", false), (read!.Name, read.Enabled));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_overlap()
    {
        await using var store = Open();
        await store.WriteAsync(session => Save(session, [.. Enumerable.Range(0, 25).Select(number => Partners.Numbered(number))]), default);

        var names = new List<string>();
        for (IReadOnlyList<PartnerApplication>? page = null; page is null || page.Count == 10;)
        {
            page = await store.ReadAsync(session => session.PartnerApplications.List(Litware.Lync, names.LastOrDefault(), 10), default);
            names.AddRange(page.Select(application => application.Name));
        }

        Assert.Equal(25, names.Distinct().Count());
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public async Task Slots_and_keys_are_read_as_they_were_written()
    {
        await using var store = Open();
        var slots = new CertificateSlots(
            Certs.Public(0), Certs.Public(1), Certs.Public(2), Certs.Now.AddTicks(1))
        {
            CurrentSince = Certs.Now.AddTicks(-1),
        };
        await store.WriteAsync(
            session =>
            {
                session.Certificates.Add(Litware.Lync, Certs.Key(0), generated: false);
                session.Certificates.Add(Litware.Lync, Certs.Key(1), generated: true);
                session.Certificates.Add(Litware.Lync, Certs.Key(2), generated: false);
                session.Certificates.SaveSlots(Litware.Lync, slots);
                return true;
            },
            default);

        await using var reopened = Open();
        Assert.Equal(slots, await reopened.ReadAsync(session => session.Certificates.FindSlots(Litware.Lync), default));
        Assert.Equal(
            Certs.Key(1),
            await reopened.ReadAsync(session => session.Certificates.FindWithKey(Litware.Lync, Certs.Public(1).Thumbprint), default));
        var stored = await reopened.ReadAsync(session => session.Certificates.Find(Litware.Lync, Certs.Public(1).Thumbprint), default);
        Assert.Equal((true, true), (stored!.HasPrivateKey, stored.Generated));
    }

    [Fact]
    public async Task A_failed_write_leaves_nothing_behind()
    {
        await using var store = Open();

        await Assert.ThrowsAsync<FaultException>(() => store.WriteAsync<bool>(
            session =>
            {
                Save(session, Partners.OnLync());
                throw new FaultException(FaultCatalogue.PassphraseMissing());
            },
            default));

        Assert.Null(await store.ReadAsync(session => session.PartnerApplications.Find(Litware.Lync, "Exchange"), default));
    }

    [Fact]
    public async Task Looking_into_a_store_in_which_nothing_was_written_leaves_no_trace()
    {
        await using var store = new SqliteTrustStore(directory.Combine("data"), null, NullLogger.Instance);

        Assert.Null(await store.ReadAsync(session => session.PartnerApplications.Find(Litware.Lync, "Exchange"), default));
        Assert.Equal(CertificateSlots.Empty, await store.ReadAsync(session => session.Certificates.FindSlots(Litware.Lync), default));

        Assert.False(Directory.Exists(directory.Combine("data")));
    }

    [Fact]
    public async Task Restoring_puts_back_what_was_there_before_the_first_write()
    {
        await using var store = Open();
        var first = new OAuthConfiguration(Litware.Lync, "a", "id", new Uri("https://a/autodiscover.svc"), ["*.a", "b"]);
        await store.WriteAsync(
            session => { session.OAuthConfigurations.Save(first); session.OAuthConfigurations.Save(first with { Realm = "b" }); return 0; }, default);

        await store.WriteAsync(
            session =>
            {
                session.OAuthConfigurations.Restore(Litware.Lync, first);
                session.OAuthConfigurations.Restore(Litware.Lync, null);
                return 0;
            },
            default);

        Assert.Null(await store.ReadAsync(session => session.OAuthConfigurations.Find(Litware.Lync), default));
    }

    [Fact]
    public async Task Certificates_to_which_nothing_refers_are_dropped()
    {
        await using var store = Open();
        await store.WriteAsync(
            session =>
            {
                session.Certificates.Add(Litware.Exchange, Certs.Key(2), generated: true);
                return Save(session, Partners.OnLync("Exchange", Certs.Public(0), Certs.Public(2)));
            },
            default);

        await store.WriteAsync(session => Save(session, Partners.OnLync("Exchange", Certs.Public(1))), default);

        var kept = await store.ReadAsync(
            session => session.Statements.Many("SELECT der FROM certificate", row => row.GetFieldValue<byte[]>(0)), default);
        Assert.Equal(
            new[] { Certs.Key(1), Certs.Key(2) }.Select(c => c.Certificate.Thumbprint.Hex).Order(StringComparer.Ordinal),
            kept.Select(der => Thumbprint.OfCertificate(der).Hex).Order(StringComparer.Ordinal));
    }

    private SqliteTrustStore Open() => new(directory.Path, null, NullLogger.Instance);

    private static bool Save(SqliteSession session, params PartnerApplication[] applications)
    {
        foreach (var application in applications)
        {
            session.PartnerApplications.Save(application);
        }

        return true;
    }

    private static bool Same(PartnerApplication one, PartnerApplication other) =>
        one with { TrustedKeys = null } == other with { TrustedKeys = null } && one.TrustedKeys!.Value.SequenceEqual(other.TrustedKeys!.Value);
}
