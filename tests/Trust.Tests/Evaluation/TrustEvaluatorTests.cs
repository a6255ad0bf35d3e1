using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tests.Validation;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Tests.Evaluation;

public class TrustEvaluatorTests
{
    private static readonly TrustQuestion LyncToExchange = new(Scene.Lync.Fqdn, Scene.Exchange.Fqdn, Scene.KenMyer.SipUri, Scene.Now);

    private static readonly TrustQuestion ExchangeToLync = new(Scene.Exchange.Fqdn, Scene.Lync.Fqdn, Scene.KenMyer.SipUri, Scene.Now);

    [Fact]
    public void A_complete_trust_is_accepted_in_both_directions_and_every_step_is_shown()
    {
        var verdict = TrustEvaluator.Evaluate(Scene.Trusting, LyncToExchange);
        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
        Assert.Null(verdict.Refusal);
        Assert.Equal(
            ["question", "autodiscover", "challenge", "certificate", "token", .. TokenValidator.StageNames],
            verdict.Steps.Select(step => step.Name));

        Assert.True(TrustEvaluator.Evaluate(Scene.Trusting, ExchangeToLync).Accepted);
        Assert.True(TrustEvaluator.Evaluate(Scene.Trusting, LyncToExchange with { SipUri = null }).Accepted);
        Assert.True(TrustEvaluator.Evaluate(Scene.Trusting, ExchangeToLync with { To = Scene.SharePoint.Fqdn }).Accepted);
    }

    [Fact]
    public void With_the_private_keys_really_signed_tokens_are_judged()
    {
        var asked = new List<Thumbprint>();
        var verdict = TrustEvaluator.Evaluate(Scene.Trusting, LyncToExchange, certificate =>
        {
            asked.Add(certificate.Thumbprint);
            return Certs.Key(0);
        });
        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
        Assert.Equal([Certs.Public(0).Thumbprint], asked);
    }

    [Fact]
    public void A_private_key_of_another_certificate_is_found_out() =>
        RefusedBy("signingKey", "PT5025", TrustEvaluator.Evaluate(Scene.Trusting, LyncToExchange, _ => Certs.Key(3)));

    [Fact]
    public void A_described_signature_is_worth_nothing_to_a_receiver()
    {
        var call = CallPlanner.Plan(Scene.Trusting, LyncToExchange).Call!;
        var described = call.Issue(DescribedSignature.SignerOf(call.Certificate));
        Refused.By("signature", "PT5028", Scene.AtExchange(described), TokenDiagnostics.InvalidSignature.ToString());
    }

    [Fact]
    public void A_rolled_key_is_refused_until_the_partner_re_reads_it()
    {
        var rolled = Scene.Trusting with
        {
            Certificates = Scene.Trusting.Certificates.SetItem(
            Scene.Exchange.Fqdn, new(Certs.Public(1), Certs.Public(3), null, null))
        };
        RefusedBy("signingKey", "PT5025", TrustEvaluator.Evaluate(rolled, ExchangeToLync));

        var published = CertificateRules.Published(rolled.Certificates[Scene.Exchange.Fqdn], Scene.Exchange.Product, Scene.Now);
        var repaired = rolled.With(Scene.ExchangeAtLync with { TrustedKeys = published });
        Assert.True(TrustEvaluator.Evaluate(repaired, ExchangeToLync).Accepted);
    }

    [Fact]
    public void A_staged_certificate_signs_from_its_effective_date_on()
    {
        var staged = Scene.Trusting with
        {
            Certificates = Scene.Trusting.Certificates.SetItem(Scene.Lync.Fqdn, new(null, Certs.Public(0), Certs.Public(3), Scene.Now.AddDays(2))),
        };
        Assert.True(TrustEvaluator.Evaluate(staged, LyncToExchange with { At = Scene.Now.AddDays(2).AddSeconds(-1) }).Accepted);
        RefusedBy("signingKey", "PT5025", TrustEvaluator.Evaluate(staged, LyncToExchange with { At = Scene.Now.AddDays(2) }));
    }

    [Theory]
    [InlineData("nowhere.litwareinc.com", "autodiscover.litwareinc.com", "sip:kenmyer@litwareinc.com", "PT5080")]
    [InlineData("atl-cs-001.litwareinc.com", "nowhere.litwareinc.com", "sip:kenmyer@litwareinc.com", "PT5080")]
    [InlineData("atl-cs-001.litwareinc.com", "atl-cs-001.litwareinc.com", null, "PT5087")]
    [InlineData("atl-cs-001.litwareinc.com", "autodiscover.litwareinc.com", "kenmyer@litwareinc.com", "PT5086")]
    [InlineData("atl-cs-001.litwareinc.com", "autodiscover.litwareinc.com", "sip:@litwareinc.com", "PT5086")]
    [InlineData("atl-cs-001.litwareinc.com", "autodiscover.litwareinc.com", "sip:ken myer@litwareinc.com", "PT5086")]
    public void A_question_that_makes_no_sense_is_refused(string from, string to, string? user, string code) =>
        RefusedBy("question", code, TrustEvaluator.Evaluate(Scene.Trusting, new TrustQuestion(from, to, user, Scene.Now)));

    [Fact]
    public void Lync_finds_Exchange_only_by_an_autodiscover_URL_that_leads_there()
    {
        RefusedBy("autodiscover", "PT5083", TrustEvaluator.Evaluate(WithAutodiscover(null), LyncToExchange));
        RefusedBy(
            "autodiscover",
            "PT5084",
            TrustEvaluator.Evaluate(WithAutodiscover("https://mail.fabrikam.com/autodiscover/autodiscover.svc"), LyncToExchange));
        Assert.True(
            TrustEvaluator.Evaluate(WithAutodiscover("https://AUTODISCOVER.litwareinc.com/autodiscover/autodiscover.svc"), LyncToExchange).Accepted);
    }

    [Fact]
    public void A_caller_without_a_usable_certificate_cannot_sign()
    {
        var none = Scene.Trusting with { Certificates = Scene.Trusting.Certificates.Remove(Scene.Lync.Fqdn) };
        RefusedBy("certificate", "PT5081", TrustEvaluator.Evaluate(none, LyncToExchange));
        RefusedBy("certificate", "PT5082", TrustEvaluator.Evaluate(Scene.Trusting, LyncToExchange with { At = Scene.Now.AddYears(2) }));
        RefusedBy("certificate", "PT5090", TrustEvaluator.Evaluate(Scene.Trusting, LyncToExchange with { At = Scene.Now.AddYears(-2) }));
    }

    [Fact]
    public void A_caller_that_the_receiver_does_not_list_is_told_why()
    {
        AssertDistrusted(Scene.State, "no partner application for the caller");
        AssertDistrusted(Scene.State.With(Scene.LyncAtExchange with { Enabled = false }), "\"lync\" is disabled");
        AssertDistrusted(
            Scene.State.With(Scene.LyncAtExchange with { Realm = "old.com", Issuer = $"{Scene.Lync.ApplicationIdentifier}@old.com" }),
            $"{Scene.Lync.ApplicationIdentifier}@old.com");
        AssertDistrusted(Scene.State.With(Scene.LyncBehindTokenServer), "do not share");
    }

    [Fact]
    public void A_caller_that_may_not_issue_for_itself_goes_through_a_token_server_that_both_use()
    {
        var verdict = TrustEvaluator.Evaluate(Scene.ThroughTokenServer, LyncToExchange);
        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
        Assert.Contains(verdict.Steps, step => step.Name == "token" && step.Detail.Contains(Scene.TokenServer.Issuer, StringComparison.Ordinal));
        Assert.True(TrustEvaluator.Evaluate(Scene.ThroughTokenServer, LyncToExchange, KeyOf).Accepted);
    }

    [Fact]
    public void A_token_server_issues_for_whom_it_knows_and_while_it_can_sign()
    {
        var state = Scene.ThroughTokenServer;
        RefusedBy("token", "PT5080", TrustEvaluator.Evaluate(state with { Servers = state.Servers.Remove(Scene.TokenServer.Fqdn) }, LyncToExchange));
        RefusedBy(
            "token",
            "PT5081",
            TrustEvaluator.Evaluate(state with { Certificates = state.Certificates.Remove(Scene.TokenServer.Fqdn) }, LyncToExchange));
        RefusedBy("token", "PT5023", TrustEvaluator.Evaluate(state.With(Scene.LyncAtTokenServer with { Enabled = false }), LyncToExchange));
        RefusedBy(
            "token",
            "PT5025",
            TrustEvaluator.Evaluate(state.With(Scene.LyncAtTokenServer with { TrustedKeys = [Certs.Public(3)] }), LyncToExchange, KeyOf));
        RefusedBy(
            "certificate",
            "PT5081",
            TrustEvaluator.Evaluate(state with { Certificates = state.Certificates.Remove(Scene.Lync.Fqdn) }, LyncToExchange));
    }

    [Fact]
    public void What_a_token_server_issued_is_refused_where_the_application_is_not_registered_behind_it() =>
        RefusedBy("application", "PT5022", TrustEvaluator.Evaluate(
            Scene.ThroughTokenServer with { PartnerApplications = Scene.State.With(Scene.LyncAtTokenServer).PartnerApplications }, LyncToExchange));

    [Fact]
    public void A_realm_that_only_a_wildcard_covers_is_refused_as_Exchange_does()
    {
        var wildcard = Scene.Trusting with
        {
            Servers = Scene.Trusting.Servers.SetItem(Scene.Exchange.Fqdn, Scene.Exchange with { AcceptedDomains = ["*.litwareinc.com"] }),
        };
        var verdict = TrustEvaluator.Evaluate(wildcard, LyncToExchange);
        RefusedBy("audienceRealm", "PT5043", verdict);
        Assert.StartsWith("2000004;", verdict.Steps[^1].Diagnostics, StringComparison.Ordinal);
        Assert.Contains("wildcard", verdict.Refusal!.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_without_a_mailbox_is_refused() =>
        RefusedBy("user", "PT5072", TrustEvaluator.Evaluate(Scene.Trusting, LyncToExchange with { SipUri = "sip:nobody@litwareinc.com" }));

    private static CertificateWithKey KeyOf(SigningCertificate certificate) =>
        Enumerable.Range(0, 4).Select(Certs.Key).First(key => key.Certificate.Equals(certificate));

    private static TrustState WithAutodiscover(string? url) => Scene.Trusting with
    {
        OAuthConfigurations = Scene.Trusting.OAuthConfigurations.SetItem(
            Scene.Lync.Fqdn,
            Scene.Trusting.OAuthConfigurations[Scene.Lync.Fqdn] with { ExchangeAutodiscoverUrl = url is null ? null : new Uri(url) }),
    };

    private static void AssertDistrusted(TrustState state, string cause)
    {
        var verdict = TrustEvaluator.Evaluate(state, LyncToExchange);
        RefusedBy("challenge", "PT5085", verdict);
        Assert.Contains(cause, verdict.Refusal!.Cause, StringComparison.Ordinal);
    }

    private static void RefusedBy(string step, string code, TrustVerdict verdict)
    {
        Assert.Equal((step, code), (verdict.Steps[^1].Name, verdict.Refusal?.Code));
        Assert.False(verdict.Accepted);
    }
}
