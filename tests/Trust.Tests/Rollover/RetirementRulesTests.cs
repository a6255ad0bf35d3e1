using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Rollover;

public class RetirementRulesTests
{
    private static readonly DateTimeOffset Now = Certs.Now;
    private static readonly CertificateSlots Rolled = new(Certs.Valid(1), Certs.Valid(2), null, null) { CurrentSince = Now };

    [Theory]
    [InlineData(ServerProduct.LyncServer, 12 * 60 + 5)]
    [InlineData(ServerProduct.ExchangeServer, 24 * 60 + 5)]
    [InlineData(ServerProduct.TokenServer, 12 * 60 + 5)]
    public void The_previous_certificate_may_go_when_the_last_token_that_it_signed_has_ended(ServerProduct product, int minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), RetirementRules.SafeFrom(Rolled, product));

    [Fact]
    public void It_may_go_with_its_own_end_when_that_comes_first() =>
        Assert.Equal(
            Now.AddHours(1),
            RetirementRules.SafeFrom(Rolled with { Previous = Certs.Described(1, Now.AddYears(-1), Now.AddHours(1)) }, ServerProduct.LyncServer));

    [Fact]
    public void When_nobody_knows_since_when_the_current_one_signs_it_stays_to_its_end() =>
        Assert.Equal(Certs.Valid(1).NotAfter, RetirementRules.SafeFrom(Rolled with { CurrentSince = null }, ServerProduct.LyncServer));

    [Fact]
    public void Without_a_previous_certificate_there_is_nothing_to_wait_for()
    {
        var slots = Rolled with { Previous = null };

        Assert.Null(RetirementRules.SafeFrom(slots, ServerProduct.LyncServer));
        Assert.Equal(slots, RetirementRules.Retire(slots, Estate.Lync, Now));
    }

    [Fact]
    public void Too_early_is_refused_with_the_time()
    {
        var refusal = Assert.Throws<FaultException>(() => RetirementRules.Retire(Rolled, Estate.Exchange, Now.AddHours(24))).Faults.Single();

        Assert.Equal("PT2029", refusal.Code);
        Assert.Contains("2026-03-02T12:05:00Z", refusal.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_staged_certificate_that_took_over_is_counted_from_its_date()
    {
        var staged = new CertificateSlots(null, Certs.Valid(1), Certs.Valid(2), Now.AddHours(-30));

        Assert.Null(RetirementRules.Obstacle(staged, Estate.Exchange, Now));
        Assert.Null(RetirementRules.Retire(staged, Estate.Exchange, Now).Previous);
        Assert.NotNull(RetirementRules.Obstacle(staged with { NextEffectiveDate = Now.AddHours(-20) }, Estate.Exchange, Now));
    }
}
