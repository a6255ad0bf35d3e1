using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Tests.Validation;

/// <summary>Time, with clocks that differ a little (domain.md 5.4).</summary>
public class LifetimeTests
{
    private static readonly string Token = TokenIssuer.IssueActor(Scene.FromLync, Certs.Key(0));

    [Theory]
    [InlineData(-301, "PT5030")]
    [InlineData(-300, null)]
    [InlineData(0, null)]
    [InlineData(8 * 3600, null)]
    [InlineData(8 * 3600 + 300, null)]
    [InlineData(8 * 3600 + 301, "PT5031")]
    public void A_token_counts_from_its_start_to_its_expiry_give_or_take_five_minutes(int seconds, string? refusal) =>
        Assert.Equal(refusal, Scene.AtExchange(Token, at: Scene.Now.AddSeconds(seconds)).Refusal?.Code);

    [Fact]
    public void How_far_clocks_may_differ_is_a_setting()
    {
        var validator = new TokenValidator(new TokenValidationOptions { ClockSkew = TimeSpan.FromSeconds(1) });
        Assert.Equal(
            "PT5030", validator.Validate(new TokenValidationRequest(Token, Scene.Exchange, Scene.Trusting, Scene.Now.AddSeconds(-2))).Refusal?.Code);
    }

    [Theory]
    [InlineData(-301, "PT5033")]
    [InlineData(-300, null)]
    [InlineData(3600, null)]
    [InlineData(3601, "PT5026")]
    public void A_trusted_key_counts_while_its_certificate_is_valid(int seconds, string? refusal)
    {
        var key = Certs.Public(0) with { NotBefore = Scene.Now, NotAfter = Scene.Now.AddHours(1) };
        var state = Scene.State.With(Scene.LyncAtExchange with { TrustedKeys = [key] });
        Assert.Equal(refusal, Scene.AtExchange(Token, state, Scene.Now.AddSeconds(seconds)).Refusal?.Code);
    }

    [Fact]
    public void Two_trusted_keys_overlap_while_a_roll_is_under_way()
    {
        var state = Scene.State.With(Scene.LyncAtExchange with { TrustedKeys = [Certs.Public(3), Certs.Public(0)] });
        Assert.True(Scene.AtExchange(Token, state).Accepted);
        Assert.True(Scene.AtExchange(TokenIssuer.IssueActor(Scene.FromLync, Certs.Key(3)), state).Accepted);
    }
}
