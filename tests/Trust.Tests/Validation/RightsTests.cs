using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Tests.Validation;

/// <summary>What an application may do once it is known (domain.md 5.8).</summary>
public class RightsTests
{
    private static readonly AuthorizationServer TokenServer = new(
        Scene.Lync.Fqdn, "sts", Scene.TokenServer.MetadataUrl, Scene.TokenServer.Realm, Scene.TokenServer.Issuer, [Certs.Public(2)]);

    private static readonly PartnerApplication BehindAuthorizationServer = Scene.ExchangeAtLync with
    {
        Source = new PartnerSource.AuthorizationServer(Scene.Exchange.ApplicationIdentifier, Scene.Exchange.Realm),
        TrustedKeys = [],
    };

    [Theory]
    [InlineData(TrustLevel.Full, null)]
    [InlineData(TrustLevel.Application, null)]
    [InlineData(TrustLevel.User, "PT5060")]
    public void To_Lync_an_application_acts_as_itself_by_its_trust_level(TrustLevel level, string? refusal)
    {
        var token = TokenIssuer.IssueActor(Scene.FromExchange, Certs.Key(1));
        Expect("trustLevel", refusal, Scene.AtLync(token, Scene.State.With(Scene.ExchangeAtLync with { TrustLevel = level })));
    }

    [Theory]
    [InlineData(TrustLevel.Full, null)]
    [InlineData(TrustLevel.Application, "PT5061")]
    [InlineData(TrustLevel.User, "PT5061")]
    public void To_Lync_an_application_acts_for_a_user_by_its_trust_level(TrustLevel level, string? refusal)
    {
        var token = TokenIssuer.IssueForUser(Scene.FromExchange, Scene.Ken, Certs.Key(1));
        Expect("trustLevel", refusal, Scene.AtLync(token, Scene.State.With(Scene.ExchangeAtLync with { TrustLevel = level })));
    }

    [Theory]
    [InlineData(TrustLevel.Full)]
    [InlineData(TrustLevel.Application)]
    [InlineData(TrustLevel.User)]
    public void A_token_server_consents_to_acting_for_a_user_at_every_trust_level(TrustLevel level)
    {
        var request = Scene.FromExchange with { Issuer = PrincipalName.Parse(Scene.TokenServer.Issuer) };
        var token = TokenIssuer.IssueForUser(request, Scene.Ken, Certs.Key(2));
        Expect("trustLevel", null, Scene.AtLync(token, Scene.State.With(TokenServer).With(BehindAuthorizationServer with { TrustLevel = level })));
    }

    [Theory]
    [InlineData("", "PT5063")]
    [InlineData("UserApplication", null)]
    [InlineData("ArchiveApplication,UserApplication", null)]
    public void To_Exchange_an_application_as_itself_has_the_roles_of_its_linked_account(string roles, string? refusal)
    {
        var account = new LinkedAccount("account", [.. roles.Split(',', StringSplitOptions.RemoveEmptyEntries)]);
        var state = Scene.State.With(Scene.LyncAtExchange with { LinkedAccount = account });
        var request = new TokenValidationRequest(TokenIssuer.IssueActor(Scene.FromLync, Certs.Key(0)), Scene.Exchange, state, Scene.Now);
        Expect(
            "linkedAccount",
            refusal,
            new TokenValidator().Validate(request),
            refusal is null ? null : TokenDiagnostics.NoPermission(Scene.Lync.ApplicationIdentifier));
    }

    [Fact]
    public void To_Exchange_a_call_for_a_user_needs_no_linked_account()
    {
        var token = TokenIssuer.IssueForUser(Scene.FromLync, Scene.Ken, Certs.Key(0));
        Expect("linkedAccount", null, Scene.AtExchange(token, Scene.State.With(Scene.LyncAtExchange with { LinkedAccount = null })));
    }

    private static void Expect(string stage, string? refusal, TokenValidation validation, TokenDiagnostics? diagnostics = null)
    {
        if (refusal is null)
        {
            Assert.True(validation.Accepted, validation.Refusal?.Text);
        }
        else
        {
            Refused.By(stage, refusal, validation, diagnostics?.ToString());
        }
    }
}
