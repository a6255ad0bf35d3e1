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
            Partners.OnLync("A", Certificates.First.Certificate, Certificates.Second.Certificate),
            Partners.OnLync("B", Certificates.First.Certificate) with
            {
                Source = new PartnerSource.Certificate("00000003-0000-0ff1-ce00-000000000000", "r", Certificates.First.Certificate),
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

        var read = await store.ReadAsync(session => session.PartnerApplications.List(Partners.Lync, null, 10), default);
        Assert.Equal(["A", "Application 7", "B"], read.Select(application => application.Name));
        Assert.Equal(written.Length, read.Count(application => written.Any(other => Same(application, other))));
    }

    [Fact]
    public async Task Names_are_one_name_whatever_their_case()
    {
        await using var store = Open();
        await store.WriteAsync(session => Save(session, Partners.OnLync("Exchange"), Partners.OnLync("EXCHANGE") with { Enabled = false }), default);

        var read = await store.ReadAsync(session => session.PartnerApplications.Find(Partners.Lync, "exchange"), default);

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
            page = await store.ReadAsync(session => session.PartnerApplications.List(Partners.Lync, names.LastOrDefault(), 10), default);
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
            Certificates.First.Certificate, Certificates.Second.Certificate, Certificates.Third.Certificate, Certificates.Now.AddTicks(1))
        {
            CurrentSince = Certificates.Now.AddTicks(-1),
        };
        await store.WriteAsync(
            session =>
            {
                session.Certificates.Add(Partners.Lync, Certificates.First, generated: false);
                session.Certificates.Add(Partners.Lync, Certificates.Second, generated: true);
                session.Certificates.Add(Partners.Lync, Certificates.Third, generated: false);
                session.Certificates.SaveSlots(Partners.Lync, slots);
                return true;
            },
            default);

        await using var reopened = Open();
        Assert.Equal(slots, await reopened.ReadAsync(session => session.Certificates.FindSlots(Partners.Lync), default));
        Assert.Equal(
            Certificates.Second,
            await reopened.ReadAsync(session => session.Certificates.FindWithKey(Partners.Lync, Certificates.Second.Certificate.Thumbprint), default));
        var stored = await reopened.ReadAsync(session => session.Certificates.Find(Partners.Lync, Certificates.Second.Certificate.Thumbprint), default);
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

        Assert.Null(await store.ReadAsync(session => session.PartnerApplications.Find(Partners.Lync, "Exchange"), default));
    }

    [Fact]
    public async Task Looking_into_a_store_in_which_nothing_was_written_leaves_no_trace()
    {
        await using var store = new SqliteTrustStore(directory.Combine("data"), null, NullLogger.Instance);

        Assert.Null(await store.ReadAsync(session => session.PartnerApplications.Find(Partners.Lync, "Exchange"), default));
        Assert.Equal(CertificateSlots.Empty, await store.ReadAsync(session => session.Certificates.FindSlots(Partners.Lync), default));

        Assert.False(Directory.Exists(directory.Combine("data")));
    }

    [Fact]
    public async Task Restoring_puts_back_what_was_there_before_the_first_write()
    {
        await using var store = Open();
        var first = new OAuthConfiguration(Partners.Lync, "a", "id", new Uri("https://a/autodiscover.svc"), ["*.a", "b"]);
        await store.WriteAsync(session => { session.OAuthConfigurations.Save(first); session.OAuthConfigurations.Save(first with { Realm = "b" }); return 0; }, default);

        await store.WriteAsync(session => { session.OAuthConfigurations.Restore(Partners.Lync, first); session.OAuthConfigurations.Restore(Partners.Lync, null); return 0; }, default);

        Assert.Null(await store.ReadAsync(session => session.OAuthConfigurations.Find(Partners.Lync), default));
    }

    [Fact]
    public async Task Certificates_to_which_nothing_refers_are_dropped()
    {
        await using var store = Open();
        await store.WriteAsync(
            session =>
            {
                session.Certificates.Add(Partners.Exchange, Certificates.Third, generated: true);
                return Save(session, Partners.OnLync("Exchange", Certificates.First.Certificate, Certificates.Third.Certificate));
            },
            default);

        await store.WriteAsync(session => Save(session, Partners.OnLync("Exchange", Certificates.Second.Certificate)), default);

        var kept = await store.ReadAsync(session => session.Statements.Many("SELECT der FROM certificate", row => row.GetFieldValue<byte[]>(0)), default);
        Assert.Equal(
            new[] { Certificates.Second, Certificates.Third }.Select(c => c.Certificate.Thumbprint.Hex).Order(StringComparer.Ordinal),
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
        one with { TrustedKeys = default } == other with { TrustedKeys = default } && one.TrustedKeys.SequenceEqual(other.TrustedKeys);
}
