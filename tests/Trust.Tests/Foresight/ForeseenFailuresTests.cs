using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Foresight;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Tests.Foresight;

public class ForeseenFailuresTests
{
    private static readonly DateTimeOffset Now = Certs.Now;
    private static readonly DateTimeOffset Until = Now.AddMonths(13);
    private static readonly DateTimeOffset Switch = Now.AddDays(20);

    private static readonly SigningCertificate Old = Certs.Described(11, Now.AddYears(-1), Now.AddDays(40));
    private static readonly SigningCertificate New = Certs.Described(12, Now.AddDays(-1), Now.AddDays(300));

    private static readonly TrustQuestion LyncToExchange = new(Estate.Lync.Fqdn, Estate.Exchange.Fqdn, null, Now);
    private static readonly TrustQuestion ExchangeToLync = new(Estate.Exchange.Fqdn, Estate.Lync.Fqdn, null, Now);

    private static readonly CertificateSlots Staged = new(null, Old, New, Switch);

    [Fact]
    public void A_call_fails_in_the_second_after_its_callers_certificate_has_expired()
    {
        var failure = Foresee(Lync(new CertificateSlots(null, Old, null, null), Old));

        Assert.Equal((Old.NotAfter.AddSeconds(1), "certificate", "PT5082"), Told(failure));
        Assert.Equal(
            [
                new CallInstant(failure!.At, CallInstantKind.SignerExpires, Estate.Lync.Fqdn, Old.Thumbprint),
                new CallInstant(failure.At, CallInstantKind.TrustedKeyExpires, Estate.Exchange.Fqdn, Old.Thumbprint),
            ],
            failure.Changes.AsEnumerable());
        Assert.False(failure.IsAlready);
        Assert.Equal(["archiving to mailboxes"], failure.Features.AsEnumerable());
    }

    [Fact]
    public void A_call_fails_when_the_receivers_copy_has_expired_whatever_the_caller_signs_with()
    {
        var copy = Old with { NotAfter = Now.AddDays(3) };

        var failure = Foresee(Lync(new CertificateSlots(null, Old, null, null), copy));

        Assert.Equal((copy.NotAfter.AddSeconds(1), "signingKey", "PT5026"), Told(failure));
        Assert.Equal(
            [new CallInstant(failure!.At, CallInstantKind.TrustedKeyExpires, Estate.Exchange.Fqdn, Old.Thumbprint)], failure.Changes.AsEnumerable());
    }

    [Fact]
    public void A_staged_certificate_that_the_receiver_does_not_hold_fails_at_its_effective_date()
    {
        var failure = Foresee(Lync(Staged, Old));

        Assert.Equal((Switch, "signingKey", "PT5025"), Told(failure));
        Assert.Equal([new CallInstant(Switch, CallInstantKind.SignerTakesEffect, Estate.Lync.Fqdn, New.Thumbprint)], failure!.Changes.AsEnumerable());
    }

    [Fact]
    public void A_staged_certificate_that_the_receiver_holds_goes_on_until_it_expires_itself() =>
        Assert.Equal((New.NotAfter.AddSeconds(1), "certificate", "PT5082"), Told(Foresee(Lync(Staged, Old, New))));

    [Fact]
    public void A_certificate_that_expires_before_its_successor_takes_effect_leaves_a_gap() =>
        Assert.Equal(
            (Old.NotAfter.AddSeconds(1), "certificate", "PT5082"),
            Told(Foresee(Lync(Staged with { NextEffectiveDate = Old.NotAfter.AddDays(1) }, Old, New))));

    [Fact]
    public void A_successor_that_takes_effect_in_the_second_after_the_end_leaves_none() =>
        Assert.Equal(
            New.NotAfter.AddSeconds(1),
            Foresee(Lync(Staged with { NextEffectiveDate = Old.NotAfter.AddSeconds(1) }, Old, New))?.At);

    [Fact]
    public void A_successor_that_is_not_valid_when_it_takes_effect_fails_then()
    {
        var late = New with { NotBefore = Switch.AddMinutes(6) };

        Assert.Equal((Switch, "certificate", "PT5090"), Told(Foresee(Lync(Staged with { Next = late }, Old, late))));
        Assert.Null(Foresee(Lync(Staged with { Next = late }, Old, late), Switch.AddSeconds(-1)));
    }

    [Fact]
    public void Clocks_may_differ_by_five_minutes()
    {
        var late = New with { NotBefore = Switch.AddMinutes(5) };

        Assert.Equal(late.NotAfter.AddSeconds(1), Foresee(Lync(Staged with { Next = late }, Old, late))?.At);
    }

    /// <summary>Exchange may take twelve hours to switch, in which it may still be helped: the first of them is the moment.</summary>
    [Fact]
    public void Exchange_fails_at_the_effective_date_however_late_its_servicelet_runs()
    {
        var state = States.TwoWay.Holding(Estate.Exchange.Fqdn, Staged).Holding(States.OnLync with { TrustedKeys = [Old] });

        Assert.Equal(
            (Switch, "signingKey", "PT5025"), Told(ForeseenFailures.First(state, ExchangeToLync, Until)));
    }

    [Fact]
    public void A_token_server_in_between_counts_with_what_it_signs_and_what_it_trusts()
    {
        var lasting = new CertificateSlots(null, Certs.Valid(3), null, null);
        Assert.Equal(
            (States.LyncKey.NotAfter.AddSeconds(1), "certificate", "PT5082"), Told(Foresee(ThroughTokenServer(lasting, [Certs.Valid(3)]))));
        Assert.Equal(
            (Old.NotAfter.AddSeconds(1), "token", "PT5082"),
            Told(Foresee(ThroughTokenServer(new CertificateSlots(null, Old, null, null), [Old]))));
        Assert.Equal((Switch, "signingKey", "PT5025"), Told(Foresee(ThroughTokenServer(Staged, [Old]))));

        var copy = States.LyncKey with { NotAfter = Now.AddDays(3) };
        var failure = Foresee(ThroughTokenServer(lasting, [Certs.Valid(3)], copy));
        Assert.Equal((copy.NotAfter.AddSeconds(1), "token", "PT5026"), Told(failure));
        Assert.Equal(
            [new CallInstant(failure!.At, CallInstantKind.TrustedKeyExpires, Estate.TokenServer.Fqdn, copy.Thumbprint)],
            failure.Changes.AsEnumerable());
    }

    [Fact]
    public void A_pool_fails_at_the_switch_when_a_member_lacks_the_next_certificate()
    {
        var pool = Lync(Staged, Old, New) with { MemberCopies = Copies(Old) };
        pool = pool with { Servers = pool.Servers.SetItem(Estate.Lync.Fqdn, Estate.Lync with { Members = ["one.litwareinc.com"] }) };

        Assert.Equal((Switch, "certificate", "PT2019"), Told(Foresee(pool)));
        Assert.Equal(New.NotAfter.AddSeconds(1), Foresee(pool with { MemberCopies = Copies(Old, New) })?.At);
    }

    [Fact]
    public void What_fails_already_fails_now()
    {
        var failure = Foresee(Lync(Staged, New));

        Assert.Equal((Now, "signingKey", "PT5025"), Told(failure));
        Assert.True(failure!.IsAlready);
    }

    [Fact]
    public void A_call_that_makes_no_sense_fails_now_and_nobody_loses_anything()
    {
        var failure = ForeseenFailures.First(States.TwoWay, LyncToExchange with { To = "nowhere.litwareinc.com" }, Until);

        Assert.Equal((Now, "question", "PT5080"), Told(failure));
        Assert.Empty(failure!.Features);
    }

    [Fact]
    public void Nothing_is_foreseen_beyond_the_last_moment_that_is_looked_at()
    {
        var state = Lync(new CertificateSlots(null, Old, null, null), Old);

        Assert.Null(Foresee(state, Old.NotAfter));
        Assert.NotNull(Foresee(state, Old.NotAfter.AddSeconds(1)));
    }

    [Fact]
    public void What_is_not_shown_counts_as_accepted_until_something_known_fails()
    {
        var state = States.TwoWay.Holding(Estate.Lync.Fqdn, Staged).Holding(States.OnExchange with { TrustedKeys = null });

        Assert.Equal((New.NotAfter.AddSeconds(1), "certificate", "PT5082"), Told(Foresee(state)));
    }

    [Fact]
    public void What_happens_between_two_seconds_is_told_of_the_next_whole_one()
    {
        var state = Lync(Staged with { NextEffectiveDate = Switch.AddMilliseconds(300) }, Old);

        Assert.Equal(Switch.AddSeconds(1), Foresee(state)?.At);
        Assert.Equal(TimeSpan.Zero, Foresee(Lync(Staged with { NextEffectiveDate = Switch.ToOffset(TimeSpan.FromHours(2)) }, Old))?.At.Offset);
    }

    [Fact]
    public void Certificates_from_the_first_to_the_last_day_of_the_calendar_are_nothing_special()
    {
        var endless = Old with { NotBefore = DateTimeOffset.MinValue, NotAfter = DateTimeOffset.MaxValue };

        Assert.Null(Foresee(Lync(new CertificateSlots(null, endless, null, null), endless), DateTimeOffset.MaxValue));
        Assert.Null(Foresee(Lync(new CertificateSlots(null, endless, New, DateTimeOffset.MaxValue), endless), DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Of_many_calls_the_first_to_fail_comes_first_and_those_that_hold_are_left_out()
    {
        var state = Lync(Staged, Old).Holding(Estate.Exchange.Fqdn, new CertificateSlots(null, Old, null, null)).Holding(
            States.OnLync with { TrustedKeys = [Old] });

        var failures = ForeseenFailures.Of(state, [ExchangeToLync, LyncToExchange], Until, CancellationToken.None);
        Assert.Equal([Estate.Lync.Fqdn, Estate.Exchange.Fqdn], failures.Select(failure => failure.Question.From));
        Assert.Equal([Switch, Old.NotAfter.AddSeconds(1)], failures.Select(failure => failure.At));

        Assert.Single(ForeseenFailures.Of(state, [ExchangeToLync, LyncToExchange], Switch, CancellationToken.None));
    }

    [Fact]
    public void Whoever_waits_no_longer_is_not_answered() =>
        Assert.Throws<OperationCanceledException>(
            () => ForeseenFailures.Of(States.TwoWay, [LyncToExchange], Until, new CancellationToken(canceled: true)));

    private static ForeseenFailure? Foresee(TrustState state, DateTimeOffset? until = null) =>
        ForeseenFailures.First(state, LyncToExchange, until ?? Until);

    private static (DateTimeOffset? At, string? Step, string? Code) Told(ForeseenFailure? failure) =>
        (failure?.At, failure?.Refusal.Name, failure?.Refusal.Code);

    private static TrustState Lync(CertificateSlots slots, params ImmutableArray<SigningCertificate> trusted) =>
        States.TwoWay.Holding(Estate.Lync.Fqdn, slots).Holding(States.OnExchange with { TrustedKeys = trusted });

    private static ImmutableDictionary<string, ImmutableArray<CertificateCopy>> Copies(params ImmutableArray<SigningCertificate> certificates) =>
        ImmutableDictionary<string, ImmutableArray<CertificateCopy>>.Empty.Add(
            Estate.Lync.Fqdn, [.. certificates.Select(one => new CertificateCopy("one.litwareinc.com", one.Thumbprint, true, true))]);

    /// <summary>Lync gets its tokens from the token server, and Exchange takes them.</summary>
    /// <param name="slots">Of the token server.</param>
    /// <param name="trusted">Its keys as Exchange has them.</param>
    /// <param name="caller">Lync's key as the token server has it.</param>
    private static TrustState ThroughTokenServer(
        CertificateSlots slots, ImmutableArray<SigningCertificate> trusted, SigningCertificate? caller = null)
    {
        var client = States.OnExchange with { Server = Estate.TokenServer.Fqdn, TrustedKeys = [caller ?? States.LyncKey] };
        var behind = States.OnExchange with
        {
            Source = new PartnerSource.AuthorizationServer(Estate.Lync.ApplicationIdentifier, Estate.Lync.Realm),
            TrustedKeys = [],
        };
        return States.TwoWay.Holding(Estate.TokenServer, Old).Holding(Estate.TokenServer.Fqdn, slots).Holding(behind).Holding(client) with
        {
            AuthorizationServers = new[] { Estate.Lync, Estate.Exchange }.ToImmutableDictionary(
                server => (server.Fqdn, "sts"),
                server => new AuthorizationServer(
                    server.Fqdn, "sts", Estate.TokenServer.MetadataUrl, Litware.Realm, Estate.TokenServer.Issuer, trusted)),
        };
    }
}
