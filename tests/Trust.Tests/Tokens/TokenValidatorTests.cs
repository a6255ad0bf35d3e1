using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Tokens;

public class TokenValidatorTests
{
    [Fact]
    public void A_call_of_the_application_itself_is_accepted_with_all_stages_shown()
    {
        var validation = Scene.AtExchange(TokenIssuer.IssueActor(Scene.FromLync, Certs.Key(0)));

        Assert.True(validation.Accepted, validation.Refusal?.Text);
        Assert.Equal(TokenValidator.StageNames, validation.Steps.Select(step => step.Name));
        Assert.Equal("lync", validation.Call!.Application.Name);
        Assert.Null(validation.Call.User);
        Assert.Null(validation.Refusal);
        Assert.Null(validation.Diagnostics);
    }

    [Fact]
    public void A_call_for_a_user_is_accepted_and_leads_to_the_mailbox()
    {
        var validation = Scene.AtExchange(TokenIssuer.IssueForUser(Scene.FromLync, Scene.Ken, Certs.Key(0)));

        Assert.True(validation.Accepted, validation.Refusal?.Text);
        Assert.Equal(TokenValidator.StageNames, validation.Steps.Select(step => step.Name));
        Assert.Equal(Scene.KenMyer, validation.Call!.User);
        Assert.Equal(Scene.Lync.Issuer, validation.Call.Client.ToString());
    }

    [Fact]
    public void A_thousand_validations_at_once_all_succeed()
    {
        var token = TokenIssuer.IssueForUser(Scene.FromLync, Scene.Ken, Certs.Key(0));
        var validator = new TokenValidator();
        var accepted = Enumerable.Range(0, 1000).AsParallel().WithDegreeOfParallelism(64)
            .Count(_ => validator.Validate(new TokenValidationRequest(token, Scene.Exchange, Scene.Trusting, Scene.Now)).Accepted);
        Assert.Equal(1000, accepted);
    }
}
