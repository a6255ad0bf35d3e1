using PartnerTrust.Reports.Changes;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Tests.Changes;

/// <summary>What becomes of a trust, from what it is and what it will be.</summary>
public sealed class TrustChangeTests
{
    public static TheoryData<string> Trusts => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Trusts))]
    public void A_trust_that_stays_as_it_is_has_no_change_whatever_is_wrong_with_it(string trust)
    {
        var change = TrustChange.Of(Samples.Of(trust), Samples.Of(trust));

        Assert.True(change.IsNone);
        Assert.Equal(Severity.Well, change.Severity);
        Assert.Equal("nothing of the trust changes", ChangeHeadline.Of(change));
    }

    [Theory]
    [MemberData(nameof(Trusts))]
    public void What_comes_to_be_goes_the_other_way_round(string trust)
    {
        var (none, whole) = (Samples.Of("empty"), Samples.Of(trust));
        var (made, gone) = (TrustChange.Of(none, whole), TrustChange.Of(whole, none));

        Assert.All(made.Directions, direction => Assert.Equal((ChangeKind.Added, true), (direction.Kind, direction.Losses.IsEmpty)));
        Assert.All(gone.Directions, direction => Assert.Equal((ChangeKind.Removed, true), (direction.Kind, direction.Gains.IsEmpty)));
        Assert.Equal(
            made.Directions.Select(direction => string.Join(", ", direction.Gains)),
            gone.Directions.Select(direction => string.Join(", ", direction.Losses)));
        Assert.Equal(made.Records.Select(record => record.Title), gone.Records.Select(record => record.Title));
        Assert.Equal(whole.Certificates.Length, made.Certificates.Length);
        Assert.Equal(whole.Findings.AsEnumerable(), made.Made);
        Assert.Equal(whole.Findings.AsEnumerable(), gone.Mended);
    }

    [Fact]
    public void A_direction_that_will_be_refused_is_critical_and_takes_what_users_have()
    {
        var change = Change(Samples.Sound, Samples.Rolled);

        var broken = Assert.Single(change.Directions, direction => direction.Kind == ChangeKind.Changed);
        Assert.True(broken.Breaks);
        Assert.Equal(("accepted", "refused (PT5025)"), (broken.Was, broken.Becomes));
        Assert.Contains("conversation history", broken.Losses);
        Assert.Equal(Severity.Critical, change.Severity);
        Assert.StartsWith("1 direction will be refused that is accepted now; ", ChangeHeadline.Of(change), StringComparison.Ordinal);
    }

    [Fact]
    public void What_mends_a_trust_is_well()
    {
        var change = Change(Samples.Rolled, Samples.Sound);

        Assert.Equal(Severity.Well, change.Severity);
        Assert.Contains("1 direction will be accepted that is refused now", ChangeHeadline.Of(change), StringComparison.Ordinal);
        Assert.Contains(change.Mended, finding => finding.Fault.Code == "PT5025");
        Assert.Empty(change.Made);
    }

    [Fact]
    public void A_staged_certificate_is_new_and_a_dropped_one_gone()
    {
        var staged = Assert.Single(Change(Samples.Sound, Stage()).Certificates);
        var dropped = Assert.Single(Change(Stage(), Samples.Sound).Certificates);

        Assert.StartsWith("new, is next and signs from ", staged.Told, StringComparison.Ordinal);
        Assert.Equal("next, is gone afterwards", dropped.Told);

        static TrustState Stage() =>
            Samples.Sound.Holding(Estate.Lync.Fqdn, new CertificateSlots(null, States.LyncKey, Certs.Valid(4), Certs.Now.AddDays(3)));
    }

    [Fact]
    public void An_end_that_comes_nearer_is_no_small_thing()
    {
        var staged = new CertificateSlots(null, States.LyncKey, Certs.Valid(4), Certs.Now.AddDays(3));

        var change = Change(Samples.Sound, Samples.Sound.Holding(Estate.Lync.Fqdn, staged));

        Assert.Equal(Severity.Critical, change.Severity);
        Assert.StartsWith("1 direction will fail sooner than now", ChangeHeadline.Of(change), StringComparison.Ordinal);
        Assert.Equal(Severity.Well, Change(Samples.Sound.Holding(Estate.Lync.Fqdn, staged), Samples.Sound).Severity);
    }

    [Fact]
    public void A_record_tells_what_of_it_becomes_another_and_nothing_else()
    {
        var change = Change(Samples.Sound, Samples.Sound.Holding(States.OnExchange with { Enabled = false }));

        var record = Assert.Single(change.Records);
        Assert.Equal((Estate.Exchange.Fqdn, ChangeKind.Changed), (record.Server, record.Kind));
        Assert.Equal(["enabled: yes before, no afterwards"], record.Details.AsEnumerable());
    }

    [Fact]
    public void What_one_side_does_not_tell_is_told_of_the_change()
    {
        var (before, after) = (Untold("one"), Untold("two"));

        Assert.Equal(["two", "one"], TrustChange.Of(before, after).Untold.AsEnumerable());

        static TrustOverview Untold(string sentence) => Samples.Overview(new Observation("a sample", Samples.Sound, Certs.Now) { Untold = [sentence] });
    }

    private static TrustChange Change(TrustState before, TrustState after) => TrustChange.Of(Samples.Overview(before), Samples.Overview(after));
}
