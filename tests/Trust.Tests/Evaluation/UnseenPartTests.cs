using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Evaluation;

/// <summary>What nobody could see is not taken for absent.</summary>
public class UnseenPartTests
{
    private static readonly TrustQuestion Question = new(Scene.Lync.Fqdn, Scene.Exchange.Fqdn, Scene.KenMyer.SipUri, Scene.Now);

    private static readonly TrustState Untold = TrustState.Empty with { Servers = Scene.State.Servers, Mailboxes = Scene.State.Mailboxes };

    [Fact]
    public void Without_its_certificate_the_caller_is_not_told_to_be_unable_to_sign()
    {
        var state = Scene.Trusting with { Certificates = Scene.Trusting.Certificates.Remove(Scene.Lync.Fqdn) };

        Assert.Equal("PT5081", TrustEvaluator.Evaluate(state, Question).Refusal?.Code);
        Open(CallSteps.Certificate, "what atl-cs-001.litwareinc.com signs with is not known here", Unseen(state, Scene.Lync.Fqdn, TrustPart.Certificates));
    }

    [Fact]
    public void Without_its_records_the_receiver_is_not_told_to_distrust_the_caller()
    {
        var state = Scene.Trusting with { PartnerApplications = Scene.Trusting.PartnerApplications.Remove((Scene.Exchange.Fqdn, "lync")) };

        Assert.Equal("PT5085", TrustEvaluator.Evaluate(state, Question).Refusal?.Code);
        Open(CallSteps.Challenge, "whose tokens autodiscover.litwareinc.com takes is not known here", Unseen(state, Scene.Exchange.Fqdn, TrustPart.Records));
    }

    [Fact]
    public void A_caller_of_which_no_records_are_known_may_use_the_authorization_server_that_the_receiver_takes()
    {
        var state = Scene.State.With(Scene.LyncBehindTokenServer).With(Scene.LyncAtTokenServer).With(Scene.TokenServerAt(Scene.Exchange.Fqdn));

        Assert.Equal("PT5085", TrustEvaluator.Evaluate(state, Question).Refusal?.Code);
        Open(
            CallSteps.Challenge,
            "which authorization servers atl-cs-001.litwareinc.com uses is not known here",
            Unseen(state, Scene.Lync.Fqdn, TrustPart.Records));
    }

    [Theory]
    [InlineData(TrustPart.Certificates, "what sts.litwareinc.com signs with is not known here")]
    [InlineData(TrustPart.Records, "whether sts.litwareinc.com issues tokens for atl-cs-001.litwareinc.com is not known here")]
    public void An_authorization_server_of_which_little_is_known_may_issue(TrustPart part, string told)
    {
        var state = Scene.ThroughTokenServer with
        {
            Certificates = Scene.State.Certificates.Remove(Scene.TokenServer.Fqdn),
            PartnerApplications = Scene.ThroughTokenServer.PartnerApplications.Remove((Scene.TokenServer.Fqdn, "lync")),
        };
        var seen = part == TrustPart.Certificates ? state : state with { Certificates = Scene.State.Certificates };

        Assert.False(TrustEvaluator.Evaluate(seen, Question).Accepted);
        Open(CallSteps.Token, told, Unseen(seen, Scene.TokenServer.Fqdn, part));
    }

    [Fact]
    public void Without_its_settings_Lync_may_know_where_to_look_and_the_rest_is_judged()
    {
        var state = Unseen(
            Scene.Trusting with { OAuthConfigurations = Scene.State.OAuthConfigurations.Clear() }, Scene.Lync.Fqdn, TrustPart.Settings);

        Open(CallSteps.Autodiscover, "where atl-cs-001.litwareinc.com looks for Exchange is not known here", state);
        var disabled = state.With(Scene.LyncAtExchange with { Enabled = false });
        Assert.Equal("PT5085", TrustEvaluator.Evaluate(disabled, Question).Refusal?.Code);
    }

    [Fact]
    public void What_is_staged_without_a_known_date_may_sign_once_the_other_has_ended()
    {
        var end = Certs.Public(0).NotAfter;
        var staged = new CertificateSlots(null, Certs.Public(0), Certs.Public(1), null);
        var state = Scene.Trusting with { Certificates = Scene.State.Certificates.SetItem(Scene.Lync.Fqdn, staged) };

        Assert.Null(TrustEvaluator.Evaluate(state, Question).Open);
        Open(CallSteps.Certificate, "what atl-cs-001.litwareinc.com signs with is not known here", state, Question with { At = end.AddDays(1) });
    }

    [Fact]
    public void Nothing_is_found_wrong_with_what_nobody_saw()
    {
        var state = Untold with { PublishedMetadata = Scene.State.PublishedMetadata };
        state = state.With(Scene.ExchangeAtLync);
        Assert.NotEmpty(TrustFindings.Of(state, Scene.Now));

        var unseen = state with
        {
            Unseen = [.. from server in Scene.State.Servers.Keys from part in Enum.GetValues<TrustPart>() select (server, part)],
        };
        Assert.Empty(TrustFindings.Of(unseen, Scene.Now).Where(finding => !finding.Fault.IsWarning));
        Assert.Empty(TrustFindings.Of(unseen, Scene.Now).Select(finding => finding.Check).Intersect(["CERT-003", "CFG-001", "TRUST-001"]));
    }

    private static TrustState Unseen(TrustState state, string server, TrustPart part) => state with { Unseen = state.Unseen.Add((server, part)) };

    private static void Open(string step, string told, TrustState state, TrustQuestion? question = null)
    {
        var verdict = TrustEvaluator.Evaluate(state, question ?? Question);
        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
        Assert.Equal((step, told), (verdict.Open?.Name, verdict.Open?.Detail));

        var met = TrustEvaluator.Meet(state, question ?? Question, _ => null);
        Assert.True(step == CallSteps.Autodiscover || met.Token is { IsOpen: true }, met.ToString());
    }
}
