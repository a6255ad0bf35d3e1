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

    private static readonly PartnerIdentity ExchangeIdentity = new(WellKnownApplications.Exchange, PartnerKind.Direct, Litware.Realm);

    private protected Installation Installation { get; private set; } = null!;

    private ITrustEngine Engine { get; set; } = null!;

    public async Task InitializeAsync()
    {
        Skip.If(Missing is not null, Missing);
        Installation = await Installation.StartAsync();
        await Installation.EstablishAsync();
        Engine = Open();
    }

    public async Task DisposeAsync()
    {
        if (Engine is not null)
        {
            await Engine.DisposeAsync();
            await CloseAsync();
            await Installation.DisposeAsync();
        }
    }

    /// <summary>Why the engine cannot be tried here; null where it can.</summary>
    private protected virtual string? Missing => null;

    /// <summary>After the engine was closed.</summary>
    private protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    private protected abstract ITrustEngine Open();

    [SkippableFact]
    public async Task A_server_that_is_not_configured_is_a_fault_and_not_an_empty_one()
    {
        var refusal = await Assert.ThrowsAsync<FaultException>(() => ReadAsync(ServerParts.All, "nobody.litwareinc.com"));

        Assert.NotEmpty(refusal.Faults[0].Code);
    }

    [SkippableFact]
    public async Task Parts_that_are_not_asked_for_are_empty()
    {
        var found = await ReadAsync(ServerParts.Settings, Litware.Lync);

        Assert.NotNull(found.Settings);
        Assert.Equal(CertificateSlots.Empty, found.Slots);
        Assert.Empty(found.PartnerApplications);
        Assert.Empty(found.PublishedAt);
    }

    [SkippableFact]
    public async Task What_is_bound_is_read_back_with_what_it_replaced()
    {
        await Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);

        var found = await ReadAsync(ServerParts.Certificates, Litware.Lync);

        Assert.Equal(
            (Certs.Public(2), Certs.Public(0)), (found.Slots.Current, found.Slots.Previous));
        Assert.Contains(found.Certificates, stored => stored.Certificate.Equals(Certs.Public(2)));
    }

    [SkippableFact]
    public async Task A_certificate_that_is_not_bound_is_found_by_its_thumbprint()
    {
        await Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        await Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(1)), default);
        var query = new ServerQuery(Litware.Lync, ServerParts.None)
        {
            Certificates = [Certs.Public(0).Thumbprint, Nowhere],
        };

        var found = await Engine.Reader.ReadAsync(query, Silence.Instance, default);

        Assert.Equal(Certs.Public(0), Assert.Single(found.Certificates).Certificate);
        var stored = new CertificateSource.Stored(Certs.Public(0).Thumbprint);
        var bound = await Engine.BindCertificateAsync(new BindCertificate(Litware.Lync, stored, null), default);
        Assert.Equal(Certs.Public(0), bound.Slots.Current);
    }

    [SkippableFact]
    public async Task A_certificate_that_the_server_does_not_have_is_refused()
    {
        var stored = new CertificateSource.Stored(Nowhere);

        var outcome = await Engine.Writer.BindCertificateAsync(new BindCertificate(Litware.Lync, stored, null), Silence.Instance, default);

        Assert.Equal(["PT2019"], CodesOf(outcome));
        Assert.Equal(Certs.Public(0), (await ReadAsync(ServerParts.Certificates, Litware.Lync)).Slots.Current);
    }

    [SkippableFact]
    public async Task The_previous_certificate_goes_when_its_last_token_has_ended_as_far_as_the_caller_knows()
    {
        await Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        var since = Installation.Time.GetUtcNow();

        var early = await RetireAsync(since);
        Installation.Time.Advance(TimeSpan.FromDays(2));
        var late = await RetireAsync(since);

        Assert.Equal(["PT2029"], CodesOf(early));
        Assert.Null(late.Expect().Slots.Previous);
    }

    [SkippableFact]
    public async Task Removing_what_is_absent_is_done()
    {
        var gone = new RemoveRecord(Litware.Lync, "nobody", ExchangeIdentity);

        (await Engine.Writer.RemovePartnerApplicationAsync(gone, Silence.Instance, default)).ExpectGone();
        (await Engine.Writer.RemoveAuthorizationServerAsync(gone, Silence.Instance, default)).ExpectGone();
        (await Engine.Writer.UnbindCertificateAsync(Litware.Lync, Silence.Instance, default)).ExpectGone();
        (await Engine.Writer.UnbindCertificateAsync(Litware.Lync, Silence.Instance, default)).ExpectGone();
    }

    [SkippableFact]
    public async Task A_record_of_another_partner_is_left_alone_whatever_its_name()
    {
        var other = new PartnerIdentity("0a1b2c3d-0000-0000-0000-000000000001", PartnerKind.Direct, Litware.Realm);
        var name = Estate.Exchange.Product.ToString();
        var before = await Engine.FindPartnerApplicationAsync(Litware.Lync, name, default);

        var removal = await Engine.Writer.RemovePartnerApplicationAsync(new RemoveRecord(Litware.Lync, name, other), Silence.Instance, default);
        var change = await SaveAsync(new RecordGuard.Known(other), enabled: false);

        Assert.Equal(["PT4031"], CodesOf(removal));
        Assert.Equal(["PT4031"], CodesOf(change));
        Assert.Equal(before, await Engine.FindPartnerApplicationAsync(Litware.Lync, name, default));
    }

    [SkippableFact]
    public async Task The_record_that_is_meant_is_written_again_and_removed()
    {
        var name = Estate.Exchange.Product.ToString();

        var changed = (await SaveAsync(new RecordGuard.Known(ExchangeIdentity), enabled: false)).Expect();
        (await Engine.Writer.RemovePartnerApplicationAsync(new RemoveRecord(Litware.Lync, name, ExchangeIdentity), Silence.Instance, default))
            .ExpectGone();

        Assert.False(changed.Enabled);
        Assert.Null(await Engine.FindPartnerApplicationAsync(Litware.Lync, name, default));
        Assert.Equal(["PT7017"], CodesOf(await SaveAsync(new RecordGuard.Known(ExchangeIdentity))));
    }

    [SkippableFact]
    public async Task The_keys_of_a_record_are_known_to_whoever_wrote_it_and_never_told_otherwise()
    {
        var written = (await SaveAsync(new RecordGuard.Known(ExchangeIdentity))).Expect();
        var found = await Engine.FindPartnerApplicationAsync(Litware.Lync, written.Name, default);
        var listed = Assert.Single(await FilterAsync(RecordFilter.All));

        Assert.Equal([Certs.Public(1)], written.TrustedKeys!.Value.AsEnumerable());
        Assert.Equal(written with { TrustedKeys = found!.TrustedKeys }, found);
        Assert.Equal(found, listed);
        Assert.Equal([Certs.Public(1)], (found.TrustedKeys ?? written.TrustedKeys).Value.AsEnumerable());
    }

    [SkippableFact]
    public async Task A_record_that_is_there_already_is_refused_unless_it_may_be_adopted_and_says_the_same()
    {
        var adopts = new RecordGuard.New { Adoptable = [Estate.Exchange.Product.ToString()] };

        Assert.Equal(["PT7016"], CodesOf(await SaveAsync(new RecordGuard.New())));
        Assert.Equal(["PT7016"], CodesOf(await SaveAsync(adopts, enabled: false)));
        Assert.Equal(Estate.Exchange.Product.ToString(), (await SaveAsync(adopts)).Expect().Name);
    }

    [SkippableFact]
    public async Task An_identical_record_under_another_name_that_was_made_up_is_adopted_under_the_wanted_one()
    {
        var request = Installation.Register(Estate.Lync, Estate.Exchange) with
        {
            Name = "partner-0000002",
            Guard = new RecordGuard.New { Adoptable = ["partner-0000002", Estate.Exchange.Product.ToString()] },
        };

        var adopted = (await Engine.Writer.SavePartnerApplicationAsync(request, Silence.Instance, default)).Expect();

        Assert.Equal("partner-0000002", adopted.Name);
        Assert.Equal(["partner-0000002"], (await Engine.ListPartnerApplicationsAsync(Litware.Lync, default)).Select(record => record.Name));
    }

    [SkippableFact]
    public async Task Records_are_told_apart_by_application_and_by_issuer()
    {
        var ofApplication = await FilterAsync(new RecordFilter.OfApplications([WellKnownApplications.Exchange, "nobody"]));
        var ofNobody = await FilterAsync(new RecordFilter.OfApplications(["nobody"]));
        var ofIssuer = await FilterAsync(new RecordFilter.OfIssuer(ExchangeIdentity.Principal));
        var ofAnotherRealm = await FilterAsync(new RecordFilter.OfIssuer($"{WellKnownApplications.Exchange}@contoso.com"));

        Assert.Equal([1, 0, 1, 0], new[] { ofApplication, ofNobody, ofIssuer, ofAnotherRealm }.Select(records => records.Length));
    }

    [SkippableFact]
    public async Task Records_are_listed_in_order_of_name_and_after_one()
    {
        foreach (var (name, realm) in new[] { ("c", "c.com"), ("a", "a.com"), ("B", "b.com") })
        {
            var source = new PartnerSource.AuthorizationServer("0a1b2c3d-0000-0000-0000-000000000001", realm);
            var request = Installation.Register(Estate.Exchange, Estate.Lync) with { Name = name, Source = source };
            (await Engine.Writer.SavePartnerApplicationAsync(request, Silence.Instance, default)).Expect();
        }

        Assert.Equal(["a", "B", "c", "LyncServer"], await NamesAsync(null));
        Assert.Equal(["c", "LyncServer"], await NamesAsync("b"));
    }

    [SkippableFact]
    public async Task Settings_are_put_back_as_they_are_handed_in()
    {
        var original = OAuthConfigurationRules.Default(Estate.Lync) with { Realm = "contoso.com" };

        await Engine.RestoreOAuthConfigurationAsync(original, default);
        Assert.Equal(original, await Engine.Reader.ReadSettingsAsync(Estate.Lync, Silence.Instance, default));

        await Engine.RestoreOAuthConfigurationAsync(OAuthConfigurationRules.Default(Estate.Lync), default);
        Assert.Equal(
            OAuthConfigurationRules.Default(Estate.Lync), await Engine.Reader.ReadSettingsAsync(Estate.Lync, Silence.Instance, default));
    }

    [SkippableFact]
    public async Task A_cancelled_question_is_not_answered()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Engine.Reader.ReadAsync(new ServerQuery(Litware.Lync, ServerParts.All), Silence.Instance, cancelled.Token));
    }

    [SkippableFact]
    public async Task Questions_are_answered_from_what_the_servers_tell()
    {
        var questions = new TrustQuestions(Engine, Installation.Directory, Installation.Time);

        var verdict = await questions.ExplainAsync(
            new TrustQuestion(Litware.Lync, Litware.Exchange, Estate.Ken.SipUri, Certs.Now), Silence.Instance, default);
        var plan = await questions.PlanRolloverAsync(Litware.Lync, Silence.Instance, default);

        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
        Assert.Null(verdict.Open);
        Assert.Contains(plan.Steps, step => step.Server == Litware.Exchange);
    }

    [SkippableFact]
    public async Task Whether_a_key_is_trusted_that_a_server_does_not_show_is_open_and_its_reading_is_planned()
    {
        var questions = new TrustQuestions(Engine, Installation.Directory, Installation.Time);
        var record = await Engine.FindPartnerApplicationAsync(Litware.Lync, Estate.Exchange.Product.ToString(), default);

        var verdict = await questions.ExplainAsync(
            new TrustQuestion(Litware.Exchange, Litware.Lync, null, Certs.Now), Silence.Instance, default);
        var plan = await questions.PlanRolloverAsync(Litware.Exchange, Silence.Instance, default);

        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
        Assert.Equal(record!.TrustedKeys is null ? "signingKey" : null, verdict.Open?.Name);
        Assert.Contains(plan.Steps, step => step.Action == "refreshConsumer" && step.Server == Litware.Lync);
    }

    private static IEnumerable<string> CodesOf<T>(WriteOutcome<T> outcome)
        where T : class => Assert.IsType<WriteOutcome<T>.Refused>(outcome).Faults.Select(fault => fault.Code);

    private Task<ServerSnapshot> ReadAsync(ServerParts parts, string server) =>
        Engine.Reader.ReadAsync(new ServerQuery(server, parts), Silence.Instance, default);

    private Task<WriteOutcome<CertificateBindingRecord>> RetireAsync(DateTimeOffset since) =>
        Engine.Writer.RetirePreviousCertificateAsync(new RetirePreviousCertificate(Litware.Lync, since), Silence.Instance, default);

    private Task<WriteOutcome<PartnerApplication>> SaveAsync(RecordGuard guard, bool enabled = true) => Engine.Writer.SavePartnerApplicationAsync(
        Installation.Register(Estate.Lync, Estate.Exchange) with { Guard = guard, Enabled = enabled }, Silence.Instance, default);

    private async Task<PartnerApplication[]> FilterAsync(RecordFilter filter)
    {
        var query = new ServerQuery(Litware.Lync, ServerParts.PartnerApplications) { Records = filter };
        return [.. (await Engine.Reader.ReadAsync(query, Silence.Instance, default)).PartnerApplications];
    }

    private async Task<List<string>> NamesAsync(string? after)
    {
        var names = new List<string>();
        await foreach (var record in Engine.Reader.ListPartnerApplicationsAsync(Litware.Exchange, after, Silence.Instance, default))
        {
            names.Add(record.Name);
        }

        return names;
    }
}
