using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Foresight;

namespace PartnerTrust.Trust.Tests.Foresight;

public class OutlivingTokensTests
{
    private static readonly DateTimeOffset Now = Certs.Now;
    private static readonly DateTimeOffset Switch = Now.AddDays(20);

    private static readonly SigningCertificate New = Certs.Described(12, Now.AddDays(-1), Now.AddDays(300));

    /// <summary>Twelve hours of the token, five minutes of the clocks, and twelve hours in which Exchange switches.</summary>
    [Theory]
    [InlineData(true, 24 * 60 + 4, true)]
    [InlineData(true, 24 * 60 + 5, false)]
    [InlineData(true, 0, true)]
    [InlineData(false, 12 * 60 + 4, true)]
    [InlineData(false, 12 * 60 + 5, false)]
    [InlineData(false, -1, false)]
    public void Tokens_of_an_old_certificate_may_outlive_it_when_it_expires_soon_after_the_switch(bool exchange, int minutes, bool outlived)
    {
        var (from, to) = exchange ? (Estate.Exchange, Estate.Lync) : (Estate.Lync, Estate.Exchange);
        var old = Certs.Described(11, Now.AddYears(-1), Switch.AddMinutes(minutes));
        var state = States.TwoWay.Holding(from.Fqdn, new CertificateSlots(null, old, New, Switch)).Holding(
            exchange ? States.OnLync with { TrustedKeys = [old, New] } : States.OnExchange with { TrustedKeys = [old, New] });

        var found = OutlivingTokens.Of(state, from, to, Now, Now.AddMonths(13));

        var expected = new OutlivingTokens(
            from.Fqdn, old.Thumbprint, old.NotAfter.AddSeconds(1), Switch.AddMinutes((exchange ? 24 : 12) * 60 + 5));
        Assert.Equal(outlived ? [expected] : [], found.ToArray());
        Assert.Equal(
            minutes < 0 ? old.NotAfter.AddSeconds(1) : New.NotAfter.AddSeconds(1),
            ForeseenFailures.First(state, new TrustQuestion(from.Fqdn, to.Fqdn, null, Now), Now.AddMonths(13))?.At);
    }

    [Fact]
    public void A_switch_in_the_second_after_the_end_leaves_no_gap_but_for_tokens_that_last()
    {
        var old = Certs.Described(11, Now.AddYears(-1), Switch.AddSeconds(-1));
        var state = States.TwoWay.Holding(Estate.Lync.Fqdn, new CertificateSlots(null, old, New, Switch)).Holding(
            States.OnExchange with { TrustedKeys = [old, New] });

        Assert.Equal(Switch, Assert.Single(OutlivingTokens.Of(state, Estate.Lync, Estate.Exchange, Now, Now.AddMonths(13))).From);
    }

    [Fact]
    public void A_switch_that_was_made_is_looked_at_too_until_the_old_certificate_has_expired()
    {
        var old = Certs.Described(11, Now.AddYears(-1), Now.AddHours(2));
        var state = States.TwoWay.Holding(
            Estate.Lync.Fqdn, new CertificateSlots(old, New, null, null) { CurrentSince = Now.AddHours(-1) });

        Assert.Single(OutlivingTokens.Of(state, Estate.Lync, Estate.Exchange, Now, Now.AddMonths(13)));
        Assert.Empty(OutlivingTokens.Of(state, Estate.Lync, Estate.Exchange, Now.AddHours(3), Now.AddMonths(13)));
        Assert.Empty(OutlivingTokens.Of(state, Estate.Lync, Estate.Exchange, Now, Now.AddHours(2)));
    }
}
