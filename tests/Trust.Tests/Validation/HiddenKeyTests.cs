using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Tests.Validation;

/// <summary>Servers that do not show the keys that they hold of a partner: whether they trust one cannot be told, and is no refusal.</summary>
public class HiddenKeyTests
{
    private static readonly string Token = TokenIssuer.IssueActor(Scene.FromExchange, Certs.Key(1));

    private static readonly PartnerApplication Hiding = Scene.ExchangeAtLync with { TrustedKeys = null };

    private static readonly TrustQuestion ExchangeToLync = new(Scene.Exchange.Fqdn, Scene.Lync.Fqdn, null, Scene.Now);

    [Fact]
    public void The_only_record_of_the_caller_leaves_key_and_signature_open()
    {
        var validation = Scene.AtLync(Token, Scene.State.With(Hiding));

        Assert.True(validation.Accepted, validation.Refusal?.Text);
        Assert.Equal(["signingKey", "signature"], OpenSteps(validation));
        Assert.Equal("signingKey", validation.Open?.Name);
        Assert.Contains("is not known here", validation.Open!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_another_record_shows_decides()
    {
        var validation = Scene.AtLync(Token, Scene.Trusting.With(Hiding with { Name = "a-hiding" }));

        Assert.Equal("exchange", validation.Call?.Application.Name);
        Assert.Null(validation.Open);
    }

    [Fact]
    public void A_record_that_shows_other_keys_speaks_no_more_beside_one_that_shows_none()
    {
        var stale = Scene.ExchangeAtLync with { Name = "a-stale", TrustedKeys = [Certs.Public(3)] };

        var validation = Scene.AtLync(Token, Scene.State.With(stale).With(Hiding));

        Assert.Equal("exchange", validation.Call?.Application.Name);
        Assert.NotNull(validation.Open);
    }

    [Fact]
    public void What_a_later_rule_refuses_stays_refused()
    {
        var state = Scene.State.With(Hiding with { TrustLevel = TrustLevel.User });

        var validation = Scene.AtLync(Token, state);
        var verdict = TrustEvaluator.Evaluate(state, ExchangeToLync);

        Refused.By("trustLevel", "PT5060", validation, null);
        Assert.Null(validation.Open);
        Assert.Equal("PT5060", verdict.Refusal?.Code);
        Assert.Null(verdict.Open);
    }

    [Fact]
    public void An_authorization_server_whose_keys_are_not_shown_leaves_it_open()
    {
        var state = Scene.ThroughTokenServer;
        var record = state.AuthorizationServers[(Scene.Exchange.Fqdn, "sts")];
        var question = new TrustQuestion(Scene.Lync.Fqdn, Scene.Exchange.Fqdn, null, Scene.Now);

        var known = TrustEvaluator.Evaluate(state, question);
        var hidden = TrustEvaluator.Evaluate(state.With(record with { TrustedKeys = null }), question);

        Assert.Null(known.Open);
        Assert.True(hidden.Accepted, hidden.Refusal?.Text);
        Assert.Equal("signingKey", hidden.Open?.Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_evaluator_leaves_it_open_with_private_keys_and_without(bool hasKeys)
    {
        var verdict = TrustEvaluator.Evaluate(Scene.State.With(Hiding), ExchangeToLync, _ => hasKeys ? Certs.Key(1) : null);

        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
        Assert.Equal("signingKey", verdict.Open?.Name);
    }

    [Fact]
    public void Whether_an_authorization_server_issues_is_open_where_it_does_not_show_the_callers_keys()
    {
        var state = Scene.ThroughTokenServer;
        var hiding = state.PartnerApplications[(Scene.TokenServer.Fqdn, "lync")] with { TrustedKeys = null };
        var question = new TrustQuestion(Scene.Lync.Fqdn, Scene.Exchange.Fqdn, null, Scene.Now);

        var verdict = TrustEvaluator.Evaluate(state.With(hiding), question);

        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
        Assert.Equal("token", verdict.Open?.Name);
        Assert.Contains(Scene.TokenServer.Fqdn, verdict.Open!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_are_not_shown_are_like_no_others()
    {
        Assert.NotEqual(Scene.ExchangeAtLync, Hiding);
        Assert.NotEqual(Hiding, Hiding with { TrustedKeys = [] });
        Assert.Equal(Hiding, Hiding with { Name = Hiding.Name });
    }

    private static IEnumerable<string> OpenSteps(TokenValidation validation) =>
        validation.Steps.Where(step => step.IsOpen).Select(step => step.Name);
}
