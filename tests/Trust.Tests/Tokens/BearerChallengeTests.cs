using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Tokens;

public class BearerChallengeTests
{
    [Fact]
    public void Exchange_names_itself_its_trusted_issuers_and_the_kinds_of_token()
    {
        var challenge = BearerChallenge.Of(Scene.Exchange, Scene.Trusting) with { Error = "invalid_token" };
        Assert.Equal(
            "Bearer client_id=\"00000002-0000-0ff1-ce00-000000000000\", trusted_issuers=\"00000004-0000-0ff1-ce00-000000000000@litwareinc.com\", "
            + "token_types=\"app_asserted_user_v1 service_asserted_app_v1\", error=\"invalid_token\"",
            challenge.ToHeaderValue());
    }

    [Fact]
    public void SharePoint_also_names_the_realm_to_ask_for()
    {
        var challenge = BearerChallenge.Of(Scene.SharePoint, Scene.State);
        Assert.Equal("litwareinc.com", challenge.Realm);
        Assert.DoesNotContain("trusted_issuers", challenge.ToHeaderValue(), StringComparison.Ordinal);
    }

    [Fact]
    public void Disabled_partners_and_partners_behind_a_token_server_issue_nothing_that_is_trusted()
    {
        var state = Scene.State
            .With(Scene.LyncAtExchange with { Enabled = false })
            .With(Scene.LyncAtExchange with { Name = "cloud", Source = new PartnerSource.AuthorizationServer("x", ""), Issuer = "x@" })
            .With(new AuthorizationServer(Scene.Exchange.Fqdn, "sts", Scene.TokenServer.MetadataUrl, "litwareinc.com", Scene.TokenServer.Issuer, []));
        Assert.Equal([Scene.TokenServer.Issuer], BearerChallenge.TrustedIssuersOf(state, Scene.Exchange.Fqdn).ToArray());
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var challenge = new BearerChallenge("id", "a \"realm\"\\", ["a@b", "c@d"]) { AuthorizationUri = "https://sts/auth", Error = "invalid_token" };
        Assert.True(BearerChallenge.TryParse(challenge.ToHeaderValue(), out var read));
        Assert.Equal(challenge, read);
        Assert.Equal(challenge.GetHashCode(), read!.GetHashCode());
    }

    [Fact]
    public void It_is_found_between_other_schemes()
    {
        Assert.True(BearerChallenge.TryParse(
            "Negotiate, NTLM, bearer Client_ID=id, trustedissuers=\"a@b, c@d\", Basic realm=\"mail.contoso.com\"", out var read));
        Assert.Equal("id", read!.ClientId);
        Assert.Null(read.Realm);
        Assert.Equal(["a@b", "c@d"], read.TrustedIssuers.ToArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Negotiate")]
    [InlineData("Basic realm=\"Bearer\"")]
    public void Without_a_bearer_scheme_there_is_no_challenge(string? header) => Assert.False(BearerChallenge.TryParse(header, out _));

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer client_id=\"never closed")]
    [InlineData("Bearer =,=,\"\",\\")]
    [InlineData("Bearer client_id=\"a\\")]
    public void A_broken_header_is_read_as_far_as_it_goes(string header) => Assert.True(BearerChallenge.TryParse(header, out _));

    [Fact]
    public void A_giant_header_is_not_read() => Assert.False(BearerChallenge.TryParse("Bearer " + new string('x', 1 << 20), out _));
}
