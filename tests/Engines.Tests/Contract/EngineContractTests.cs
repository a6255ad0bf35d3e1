using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Contract;

/// <summary>What every engine promises, whether it keeps the trust or reaches who keeps it.</summary>
public abstract class EngineContractTests : IAsyncLifetime
{
    private static readonly Thumbprint Nowhere = Thumbprint.TryParse(new string('A', 40), out var nowhere) ? nowhere : default;

    private static readonly PartnerIdentity ExchangeIdentity = new(WellKnownApplications.Exchange, PartnerKind.Direct, Partners.Realm);

    private protected Installation Installation { get; private set; } = null!;

    private ITrustEngine Engine { get; set; } = null!;

    public async Task InitializeAsync()
    {
        Installation = await Installation.StartAsync();
        await Installation.EstablishAsync();
        Engine = Open();
    }

    public async Task DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Installation.DisposeAsync();
    }

    private protected abstract ITrustEngine Open();

    [Fact]
    public async Task A_server_that_is_not_configured_is_a_fault_and_not_an_empty_one()
    {
        var refusal = await Assert.ThrowsAsync<FaultException>(() => ReadAsync(ServerParts.All, "nobody.litwareinc.com"));

        Assert.NotEmpty(refusal.Faults[0].Code);
    }

    [Fact]
    public async Task Parts_that_are_not_asked_for_are_empty()
    {
        var found = await ReadAsync(ServerParts.Settings, Partners.Lync);

        Assert.NotNull(found.Settings);
        Assert.Equal(CertificateSlots.Empty, found.Slots);
        Assert.Empty(found.PartnerApplications);
        Assert.Empty(found.PublishedAt);
    }

    [Fact]
    public async Task What_is_bound_is_read_back_with_what_it_replaced()
    {
        await Engine.BindCertificateAsync(Installation.Bind(Installation.Lync, Certificates.Third), default);

        var found = await ReadAsync(ServerParts.Certificates, Partners.Lync);

        Assert.Equal(
            (Certificates.Third.Certificate, Certificates.First.Certificate), (found.Slots.Current, found.Slots.Previous));
        Assert.Contains(found.Certificates, stored => stored.Certificate.Equals(Certificates.Third.Certificate));
    }

    [Fact]
    public async Task A_certificate_that_is_not_bound_is_found_by_its_thumbprint()
    {
        await Engine.BindCertificateAsync(Installation.Bind(Installation.Lync, Certificates.Third), default);
        await Engine.BindCertificateAsync(Installation.Bind(Installation.Lync, Certificates.Second), default);
        var query = new ServerQuery(Partners.Lync, ServerParts.None)
        {
            Certificates = [Certificates.First.Certificate.Thumbprint, Nowhere],
        };

        var found = await Engine.Reader.ReadAsync(query, Silence.Instance, default);

        Assert.Equal(Certificates.First.Certificate, Assert.Single(found.Certificates).Certificate);
        var stored = new CertificateSource.Stored(Certificates.First.Certificate.Thumbprint);
        var bound = await Engine.BindCertificateAsync(new BindCertificate(Partners.Lync, stored, null), default);
        Assert.Equal(Certificates.First.Certificate, bound.Slots.Current);
    }

    [Fact]
    public async Task A_certificate_that_the_server_does_not_have_is_refused()
    {
        var stored = new CertificateSource.Stored(Nowhere);

        var outcome = await Engine.Writer.BindCertificateAsync(new BindCertificate(Partners.Lync, stored, null), Silence.Instance, default);

        Assert.Equal(["PT2019"], CodesOf(outcome));
        Assert.Equal(Certificates.First.Certificate, (await ReadAsync(ServerParts.Certificates, Partners.Lync)).Slots.Current);
    }

    [Fact]
    public async Task The_previous_certificate_goes_when_its_last_token_has_ended_as_far_as_the_caller_knows()
    {
        await Engine.BindCertificateAsync(Installation.Bind(Installation.Lync, Certificates.Third), default);
        var since = Installation.Time.GetUtcNow();

        var early = await RetireAsync(since);
        Installation.Time.Advance(TimeSpan.FromDays(2));
        var late = await RetireAsync(since);

        Assert.Equal(["PT2029"], CodesOf(early));
        Assert.Null(late.Expect().Slots.Previous);
    }

    [Fact]
    public async Task Removing_what_is_absent_is_done()
    {
        var gone = new RemoveRecord(Partners.Lync, "nobody", ExchangeIdentity);

        (await Engine.Writer.RemovePartnerApplicationAsync(gone, Silence.Instance, default)).ExpectGone();
        (await Engine.Writer.RemoveAuthorizationServerAsync(gone, Silence.Instance, default)).ExpectGone();
        (await Engine.Writer.UnbindCertificateAsync(Partners.Lync, Silence.Instance, default)).ExpectGone();
        (await Engine.Writer.UnbindCertificateAsync(Partners.Lync, Silence.Instance, default)).ExpectGone();
    }

    [Fact]
    public async Task A_record_of_another_partner_is_left_alone_whatever_its_name()
    {
        var other = new PartnerIdentity("0a1b2c3d-0000-0000-0000-000000000001", PartnerKind.Direct, Partners.Realm);
        var name = Installation.Exchange.Product.ToString();
        var before = await Engine.FindPartnerApplicationAsync(Partners.Lync, name, default);

        var removal = await Engine.Writer.RemovePartnerApplicationAsync(new RemoveRecord(Partners.Lync, name, other), Silence.Instance, default);
        var change = await SaveAsync(new RecordGuard.Known(other), enabled: false);

        Assert.Equal(["PT4031"], CodesOf(removal));
        Assert.Equal(["PT4031"], CodesOf(change));
        Assert.Equal(before, await Engine.FindPartnerApplicationAsync(Partners.Lync, name, default));
    }

    [Fact]
    public async Task The_record_that_is_meant_is_written_again_and_removed()
    {
        var name = Installation.Exchange.Product.ToString();

        var changed = (await SaveAsync(new RecordGuard.Known(ExchangeIdentity), enabled: false)).Expect();
        (await Engine.Writer.RemovePartnerApplicationAsync(new RemoveRecord(Partners.Lync, name, ExchangeIdentity), Silence.Instance, default)).ExpectGone();

        Assert.False(changed.Enabled);
        Assert.Null(await Engine.FindPartnerApplicationAsync(Partners.Lync, name, default));
        Assert.Equal(["PT7017"], CodesOf(await SaveAsync(new RecordGuard.Known(ExchangeIdentity))));
    }

    [Fact]
    public async Task A_record_that_is_there_already_is_refused_unless_it_may_be_adopted_and_says_the_same()
    {
        var adopts = new RecordGuard.New { Adoptable = [Installation.Exchange.Product.ToString()] };

        Assert.Equal(["PT7016"], CodesOf(await SaveAsync(new RecordGuard.New())));
        Assert.Equal(["PT7016"], CodesOf(await SaveAsync(adopts, enabled: false)));
        Assert.Equal(Installation.Exchange.Product.ToString(), (await SaveAsync(adopts)).Expect().Name);
    }

    [Fact]
    public async Task An_identical_record_under_another_name_that_was_made_up_is_adopted_under_the_wanted_one()
    {
        var request = Installation.Register(Installation.Lync, Installation.Exchange) with
        {
            Name = "partner-0000002",
            Guard = new RecordGuard.New { Adoptable = ["partner-0000002", Installation.Exchange.Product.ToString()] },
        };

        var adopted = (await Engine.Writer.SavePartnerApplicationAsync(request, Silence.Instance, default)).Expect();

        Assert.Equal("partner-0000002", adopted.Name);
        Assert.Equal(["partner-0000002"], (await Engine.ListPartnerApplicationsAsync(Partners.Lync, default)).Select(record => record.Name));
    }

    [Fact]
    public async Task Records_are_told_apart_by_application_and_by_issuer()
    {
        var ofApplication = await FilterAsync(new RecordFilter.OfApplications([WellKnownApplications.Exchange, "nobody"]));
        var ofNobody = await FilterAsync(new RecordFilter.OfApplications(["nobody"]));
        var ofIssuer = await FilterAsync(new RecordFilter.OfIssuer(ExchangeIdentity.Principal));
        var ofAnotherRealm = await FilterAsync(new RecordFilter.OfIssuer($"{WellKnownApplications.Exchange}@contoso.com"));

        Assert.Equal([1, 0, 1, 0], new[] { ofApplication, ofNobody, ofIssuer, ofAnotherRealm }.Select(records => records.Length));
    }

    [Fact]
    public async Task Records_are_listed_in_order_of_name_and_after_one()
    {
        foreach (var (name, realm) in new[] { ("c", "c.com"), ("a", "a.com"), ("B", "b.com") })
        {
            var source = new PartnerSource.AuthorizationServer("0a1b2c3d-0000-0000-0000-000000000001", realm);
            var request = Installation.Register(Installation.Exchange, Installation.Lync) with { Name = name, Source = source };
            (await Engine.Writer.SavePartnerApplicationAsync(request, Silence.Instance, default)).Expect();
        }

        Assert.Equal(["a", "B", "c", "LyncServer"], await NamesAsync(null));
        Assert.Equal(["c", "LyncServer"], await NamesAsync("b"));
    }

    [Fact]
    public async Task Settings_are_put_back_as_they_are_handed_in()
    {
        var original = OAuthConfigurationRules.Default(Installation.Lync) with { Realm = "contoso.com" };

        await Engine.RestoreOAuthConfigurationAsync(original, default);
        Assert.Equal(original, await Engine.Reader.ReadSettingsAsync(Installation.Lync, Silence.Instance, default));

        await Engine.RestoreOAuthConfigurationAsync(OAuthConfigurationRules.Default(Installation.Lync), default);
        Assert.Equal(
            OAuthConfigurationRules.Default(Installation.Lync), await Engine.Reader.ReadSettingsAsync(Installation.Lync, Silence.Instance, default));
    }

    [Fact]
    public async Task A_cancelled_question_is_not_answered()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Engine.Reader.ReadAsync(new ServerQuery(Partners.Lync, ServerParts.All), Silence.Instance, cancelled.Token));
    }

    [Fact]
    public async Task Questions_are_answered_from_what_the_servers_tell()
    {
        var questions = new TrustQuestions(Engine, Installation.Directory, Installation.Time);

        var verdict = await questions.ExplainAsync(
            new TrustQuestion(Partners.Lync, Partners.Exchange, Installation.Mailbox.SipUri, Certificates.Now), Silence.Instance, default);
        var plan = await questions.PlanRolloverAsync(Partners.Lync, Silence.Instance, default);

        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
        Assert.Null(verdict.Open);
        Assert.Contains(plan.Steps, step => step.Server == Partners.Exchange);
    }

    private static IEnumerable<string> CodesOf<T>(WriteOutcome<T> outcome)
        where T : class => Assert.IsType<WriteOutcome<T>.Refused>(outcome).Faults.Select(fault => fault.Code);

    private Task<ServerSnapshot> ReadAsync(ServerParts parts, string server) =>
        Engine.Reader.ReadAsync(new ServerQuery(server, parts), Silence.Instance, default);

    private Task<WriteOutcome<CertificateBindingRecord>> RetireAsync(DateTimeOffset since) =>
        Engine.Writer.RetirePreviousCertificateAsync(new RetirePreviousCertificate(Partners.Lync, since), Silence.Instance, default);

    private Task<WriteOutcome<PartnerApplication>> SaveAsync(RecordGuard guard, bool enabled = true) => Engine.Writer.SavePartnerApplicationAsync(
        Installation.Register(Installation.Lync, Installation.Exchange) with { Guard = guard, Enabled = enabled }, Silence.Instance, default);

    private async Task<PartnerApplication[]> FilterAsync(RecordFilter filter)
    {
        var query = new ServerQuery(Partners.Lync, ServerParts.PartnerApplications) { Records = filter };
        return [.. (await Engine.Reader.ReadAsync(query, Silence.Instance, default)).PartnerApplications];
    }

    private async Task<List<string>> NamesAsync(string? after)
    {
        var names = new List<string>();
        await foreach (var record in Engine.Reader.ListPartnerApplicationsAsync(Partners.Exchange, after, Silence.Instance, default))
        {
            names.Add(record.Name);
        }

        return names;
    }
}
