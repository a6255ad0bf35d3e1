using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Tests.Rollover;

/// <summary>When the next rollover is due, and until when it is safe (domain.md 2.1, 2.2).</summary>
public sealed class RolloverForecastTests
{
    private const int Days = 60;

    private static readonly DateTimeOffset End = States.LyncKey.NotAfter;

    [Fact]
    public void A_rollover_is_planned_for_when_it_is_due_and_not_for_today()
    {
        var forecast = RolloverForecast.Of(States.TwoWay, Litware.Lync, Certs.Now, Days);

        Assert.Equal(End.AddDays(-Days), forecast.Begin);
        Assert.Equal(("stage", forecast.Begin), (forecast.Plan.Steps[0].Action, forecast.Plan.Steps[0].NotBefore));
        Assert.Null(forecast.Plan.Refusal);
    }

    [Theory]
    [InlineData(Litware.Lync, 48 * 60)]
    [InlineData(Litware.Exchange, ((48 + 12 + 12) * 60) + 5)]
    public void The_last_safe_moment_leaves_the_lead_time_and_the_last_token_to_the_old_key(string server, int minutes) =>
        Assert.Equal(End.AddMinutes(-minutes), RolloverForecast.Of(States.TwoWay, server, Certs.Now, Days).LastSafe);

    [Fact]
    public void Begun_at_the_last_safe_moment_it_is_planned_and_after_it_it_is_refused()
    {
        var last = RolloverForecast.Of(States.TwoWay, Litware.Lync, Certs.Now, Days).LastSafe!.Value;

        Assert.Null(RolloverPlanner.Plan(States.TwoWay, Litware.Lync, last).Refusal);
        Assert.NotNull(RolloverPlanner.Plan(States.TwoWay, Litware.Lync, last.AddSeconds(1)).Refusal);
    }

    [Fact]
    public void One_that_is_under_way_or_overdue_is_planned_from_now_on()
    {
        var staged = States.TwoWay.Holding(Litware.Lync, new CertificateSlots(null, States.LyncKey, Certs.Valid(4), Certs.Now.AddDays(3)));

        Assert.Equal(Certs.Now, RolloverForecast.Of(staged, Litware.Lync, Certs.Now, Days).Begin);
        Assert.Equal(End.AddHours(-24), RolloverForecast.Of(staged, Litware.Lync, Certs.Now, Days).LastSafe);
        Assert.Equal(End.AddDays(-10), RolloverForecast.Of(States.TwoWay, Litware.Lync, End.AddDays(-10), Days).Begin);
    }

    [Fact]
    public void What_is_left_of_the_one_before_is_told_apart()
    {
        var slots = new CertificateSlots(Certs.Valid(4), States.LyncKey, null, null) { CurrentSince = Certs.Now.AddHours(-1) };

        var forecast = RolloverForecast.Of(States.TwoWay.Holding(Litware.Lync, slots), Litware.Lync, Certs.Now, Days);

        Assert.Equal(("retire", Certs.Now.AddHours(11).AddMinutes(5)), (forecast.Ending[0].Action, forecast.Ending[0].NotBefore));
        Assert.Single(forecast.Plan.Steps, step => step.Action == "retire");
    }

    [Fact]
    public void A_product_of_one_generation_has_no_safe_moment() =>
        Assert.Null(RolloverForecast.Of(TrustState.Empty.Holding(Estate.SharePoint, Certs.Valid(6)), Litware.SharePoint, Certs.Now, Days).LastSafe);

    [Fact]
    public void A_short_life_is_renewed_in_its_last_third()
    {
        var brief = Certs.Described(8, Certs.Now, Certs.Now.AddDays(30));

        Assert.Equal(
            Certs.Now.AddDays(20), RolloverForecast.Of(TrustState.Empty.Holding(Estate.Lync, brief), Litware.Lync, Certs.Now, Days).Begin);
    }

    [Fact]
    public void A_server_that_is_none_is_refused_by_number() => Assert.Equal(
        "PT9001", Assert.Throws<FaultException>(() => RolloverForecast.Of(States.TwoWay, "nobody.litwareinc.com", Certs.Now, Days)).Faults[0].Code);
}
