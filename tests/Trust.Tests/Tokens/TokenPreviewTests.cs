using PartnerTrust.Trust.Tests.Tokens.Hostile;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Tokens;

public class TokenPreviewTests
{
    [Fact]
    public void An_app_only_token_names_its_application()
    {
        var preview = TokenPreview.Of(Forge.Actor());
        Assert.Equal([Scene.Lync.ApplicationIdentifier], preview.ApplicationIdentifiers.ToArray());
        Assert.Empty(preview.UserAddresses);
    }

    [Fact]
    public void A_token_of_a_token_server_names_both_principals() => Assert.Equal(
        [Scene.TokenServer.ApplicationIdentifier, Scene.Lync.ApplicationIdentifier],
        TokenPreview.Of(Forge.Actor(c => c["iss"] = Scene.TokenServer.Issuer)).ApplicationIdentifiers.ToArray());

    [Theory]
    [InlineData("actortoken")]
    [InlineData("actort")]
    public void A_user_token_also_names_the_addresses_of_its_user(string claim)
    {
        var preview = TokenPreview.Of(Forge.User(c =>
        {
            c.Remove("actortoken");
            c[claim] = Forge.Actor();
            c["upn"] = "ken@litwareinc.com";
        }));
        Assert.Equal([Scene.Lync.ApplicationIdentifier], preview.ApplicationIdentifiers.ToArray());
        Assert.Equal(["kenmyer@litwareinc.com", "sip:kenmyer@litwareinc.com", "ken@litwareinc.com"], preview.UserAddresses.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    public void What_is_no_token_names_nothing(string token) => Assert.Empty(TokenPreview.Of(token).ApplicationIdentifiers);

    [Fact]
    public void A_giant_is_not_read() => Assert.Empty(TokenPreview.Of(Forge.Actor(c => c["pad"] = new string('x', 100_000))).ApplicationIdentifiers);

    [Fact]
    public void A_user_token_with_a_broken_actor_token_names_the_user_only() =>
        Assert.Empty(TokenPreview.Of(Forge.User(actor: "a.b")).ApplicationIdentifiers);

    [Fact]
    public void What_the_preview_names_is_all_that_validation_needs()
    {
        var token = TokenIssuer.IssueForUser(Scene.FromLync, Scene.Ken, Certs.Key(0));
        var preview = TokenPreview.Of(token);
        var slice = TrustState.Empty with
        {
            PartnerApplications = Scene.Trusting.PartnerApplications
                .Where(r => r.Key.Server == Scene.Exchange.Fqdn && preview.ApplicationIdentifiers.Contains(r.Value.ApplicationIdentifier))
                .Aggregate(TrustState.Empty.PartnerApplications, (all, r) => all.Add(r.Key, r.Value)),
            Mailboxes = TrustState.Empty.Mailboxes.Add(Scene.KenMyer.SipUri, Scene.KenMyer),
        };
        Assert.True(Scene.AtExchange(token, slice).Accepted);
    }
}
