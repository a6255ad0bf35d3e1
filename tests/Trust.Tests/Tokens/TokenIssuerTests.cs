using System.IdentityModel.Tokens.Jwt;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Tokens;

public class TokenIssuerTests
{
    [Fact]
    public void An_actor_token_reads_as_the_specification_shows_it()
    {
        var token = TokenIssuer.IssueActor(Scene.FromLync with { TrustedForDelegation = true }, Certs.Key(0));

        Assert.Equal($$"""{"typ":"JWT","alg":"RS256","x5t":"{{Certs.Public(0).Thumbprint.X5t}}"}""", Segment(token, 0));
        Assert.Equal(
            """{"aud":"00000002-0000-0ff1-ce00-000000000000/autodiscover.litwareinc.com@litwareinc.com","iss":"00000004-0000-0ff1-ce00-000000000000@litwareinc.com","nbf":"1772366400","exp":"1772395200","nameid":"00000004-0000-0ff1-ce00-000000000000@litwareinc.com","trustedfordelegation":"true"}""",
            Segment(token, 1));
    }

    [Fact]
    public void A_user_token_is_unsigned_and_carries_the_actor_token()
    {
        var token = TokenIssuer.IssueForUser(Scene.FromLync, Scene.Ken, Certs.Key(0));

        Assert.Equal("""{"typ":"JWT","alg":"none"}""", Segment(token, 0));
        Assert.EndsWith(".", token, StringComparison.Ordinal);
        var claims = new JwtSecurityTokenHandler().ReadJwtToken(token).Payload;
        Assert.Equal("00000004-0000-0ff1-ce00-000000000000@litwareinc.com", claims["iss"]);
        Assert.Equal("kenmyer@litwareinc.com", claims["nameid"]);
        Assert.Equal("urn:office:idp:activedirectory", claims["nii"]);
        Assert.Equal("sip:kenmyer@litwareinc.com", claims["sip"]);
        Assert.False(claims.ContainsKey("upn"));
        Assert.Equal("RS256", new JwtSecurityTokenHandler().ReadJwtToken((string)claims["actortoken"]).SignatureAlgorithm);
    }

    [Fact]
    public void A_token_is_good_for_eight_hours_unless_told_otherwise()
    {
        var read = new JwtSecurityTokenHandler()
            .ReadJwtToken(TokenIssuer.IssueActor(Scene.FromLync with { Lifetime = TimeSpan.FromHours(1) }, Certs.Key(0)));
        Assert.Equal(TimeSpan.FromHours(1), read.ValidTo - read.ValidFrom);
        Assert.Equal(TimeSpan.FromHours(8), ActorTokenRequest.DefaultLifetime);
    }

    [Fact]
    public void The_library_takes_the_signature()
    {
        using var key = Certs.Key(0).OpenKey();
        var parameters = new TokenValidationParameters
        {
            ValidateAudience = false,
            ValidateIssuer = false,
            ValidateLifetime = false,
            IssuerSigningKey = new RsaSecurityKey(key),
        };
        new JwtSecurityTokenHandler().ValidateToken(TokenIssuer.IssueActor(Scene.FromLync, Certs.Key(0)), parameters, out var read);
        Assert.Equal(Scene.Lync.Issuer, read.Issuer);
    }

    private static string Segment(string token, int index) => Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(token.Split('.')[index]));
}
