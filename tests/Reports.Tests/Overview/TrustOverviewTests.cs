using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Tests.Overview;

/// <summary>The whole is as bad as the worst that is true.</summary>
public sealed class TrustOverviewTests
{
    private static readonly Fault Expired = FaultCatalogue.TlsRefused(new Uri("https://mail.litwareinc.com/"), "its certificate expired");

    [Fact]
    public void A_sound_trust_is_well()
    {
        var overview = Samples.Overview(Samples.Sound);

        Assert.Equal(Severity.Well, overview.Severity);
        Assert.Empty(overview.Findings);
        Assert.Equal("all 2 directions are accepted", Headline.Of(overview).Split(';')[0]);
    }

    [Fact]
    public void A_refused_direction_is_critical_and_told_with_what_stops_with_it()
    {
        var overview = Samples.Overview(Samples.Rolled);

        Assert.Equal(Severity.Critical, overview.Severity);
        var refusal = overview.Findings.Single(finding => finding.Fault.Code == "PT5025");
        Assert.Equal((Severity.Critical, Litware.Exchange), (refusal.Severity, refusal.Server));
        Assert.Contains("archiving to mailboxes", refusal.Consequence, StringComparison.Ordinal);
        Assert.StartsWith("1 of 2 directions is refused", Headline.Of(overview), StringComparison.Ordinal);
        Assert.Equal(Severity.Critical, overview.Findings[0].Severity);
    }

    [Fact]
    public void Calls_without_a_user_that_are_refused_are_a_warning_where_something_is_made_of_them()
    {
        var overview = Samples.Overview(Samples.Sound.Holding(States.OnExchange with { LinkedAccount = null }));

        Assert.Equal(Severity.Warning, overview.Severity);
        Assert.All(overview.Directions, direction => Assert.True(direction.Main.IsAccepted));
        Assert.Equal("PT5062", overview.Findings.Single(finding => finding.Consequence.Contains("archiving", StringComparison.Ordinal)).Fault.Code);
    }

    [Fact]
    public void What_is_seen_from_outside_counts_whatever_the_records_say()
    {
        var observation = new Observation("a sample", Samples.Sound, Certs.Now)
        {
            Sights = [new Sight(Litware.Exchange, Severity.Critical, Expired, "Nobody can read its document.")],
        };

        var overview = Samples.Overview(observation);

        Assert.Equal(Severity.Critical, overview.Severity);
        Assert.Equal("all 2 directions are accepted; 1 critical finding", Headline.Of(overview).Replace(Samples.EndIn(overview), "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_could_not_be_read_is_said_and_leaves_the_overview_partial()
    {
        var observation = new Observation("a sample", Samples.Sound, Certs.Now) { Unread = [new UnreadServer("sp.litwareinc.com", Expired)] };

        var overview = Samples.Overview(observation);

        Assert.True(overview.IsPartial);
        Assert.Contains("1 server could not be read", Headline.Of(overview), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_set_up_is_not_well() => Assert.Equal(
        (Severity.Warning, "no trust is set up yet"),
        (Samples.Overview(TrustState.Empty).Severity, Headline.Of(Samples.Overview(TrustState.Empty))));

    [Theory]
    [InlineData(61, Severity.Well)]
    [InlineData(60, Severity.Warning)]
    [InlineData(15, Severity.Warning)]
    [InlineData(14, Severity.Critical)]
    [InlineData(-1, Severity.Critical)]
    public void A_certificate_is_as_bad_as_its_end_is_near(int days, Severity expected)
    {
        var ending = Certs.Described(7, Certs.Now.AddDays(-300), Certs.Now.AddDays(days));
        var state = TrustState.Empty.Holding(Estate.Lync, ending);

        Assert.Equal(expected, Assert.Single(Samples.Overview(state).Certificates).Severity);
    }

    [Fact]
    public void A_certificate_whose_successor_comes_in_time_is_well()
    {
        var ending = Certs.Described(7, Certs.Now.AddDays(-300), Certs.Now.AddDays(5));
        var slots = new CertificateSlots(null, ending, Certs.Valid(8), Certs.Now.AddDays(2));

        var reports = Samples.Overview(TrustState.Empty.Holding(Estate.Lync, ending).Holding(Litware.Lync, slots)).Certificates;

        Assert.Equal(
            [(CertificateSlot.Current, Severity.Well), (CertificateSlot.Next, Severity.Well)], reports.Select(one => (one.Slot, one.Severity)));
    }

    [Fact]
    public void Fewer_days_asked_for_tell_of_fewer_certificates()
    {
        var ending = Certs.Described(7, Certs.Now.AddDays(-300), Certs.Now.AddDays(40));
        var observation = new Observation("a sample", TrustState.Empty.Holding(Estate.Lync, ending), Certs.Now);

        var near = Samples.Overview(observation, new Thresholds(TimeSpan.FromDays(30), TimeSpan.FromDays(5)));

        Assert.Contains("PT2025", Samples.Overview(observation).Findings.Select(finding => finding.Fault.Code));
        Assert.DoesNotContain("PT2025", near.Findings.Select(finding => finding.Fault.Code));
    }
}
