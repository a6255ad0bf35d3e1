using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Tokens;

public class BearerCredentialsTests
{
    private const string Jwt = "eyJ0eXAiOiJKV1QifQ.e30.c2ln";

    [Theory]
    [InlineData("Bearer " + Jwt, Jwt)]
    [InlineData("bearer " + Jwt, Jwt)]
    [InlineData("BEARER " + Jwt, Jwt)]
    [InlineData("Bearer    " + Jwt, Jwt)]
    [InlineData("  Bearer " + Jwt + " \t", Jwt)]
    [InlineData("Bearer a", "a")]
    [InlineData("Bearer a.b_c~d+e/f-g==", "a.b_c~d+e/f-g==")]
    public void A_token_stands_behind_the_scheme_and_a_blank(string header, string token) => Assert.Equal(token, BearerCredentials.Find([header]));

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer" + Jwt)]
    [InlineData("Bearer\t" + Jwt)]
    [InlineData("Bearer \t" + Jwt)]
    [InlineData("Bearer\u00A0" + Jwt)]
    [InlineData("Bearer=" + Jwt)]
    [InlineData("Bearer:" + Jwt)]
    [InlineData("Bearer: " + Jwt)]
    [InlineData("Bearer," + Jwt)]
    [InlineData("Bearers " + Jwt)]
    [InlineData("Bear " + Jwt)]
    [InlineData("XBearer " + Jwt)]
    [InlineData("Basic " + Jwt)]
    [InlineData("\"Bearer\" " + Jwt)]
    [InlineData("Bearer \"" + Jwt + "\"")]
    [InlineData("Bearer '" + Jwt + "'")]
    [InlineData("Bearer token=" + Jwt)]
    [InlineData("Bearer token=\"" + Jwt + "\"")]
    [InlineData("Bearer <" + Jwt + ">")]
    [InlineData("Bearer Bearer " + Jwt)]
    [InlineData("Bearer " + Jwt + " " + Jwt)]
    [InlineData("Bearer " + Jwt + ",")]
    [InlineData("Bearer " + Jwt + ", Bearer " + Jwt)]
    [InlineData("Basic dTpw, Bearer " + Jwt)]
    [InlineData("Bearer " + Jwt + "\0")]
    [InlineData("Bearer " + Jwt + "\u0430")]
    [InlineData("Bearer =")]
    [InlineData("Bearer =" + Jwt)]
    [InlineData("Bearer a=b")]
    [InlineData(Jwt)]
    [InlineData("B\u212Aearer " + Jwt)]
    public void Whatever_else_is_sent_is_no_token(string header) => Assert.Null(BearerCredentials.Find([header]));

    [Fact]
    public void A_header_that_is_sent_twice_holds_no_token()
    {
        Assert.Null(BearerCredentials.Find([$"Bearer {Jwt}", $"Bearer {Jwt}"]));
        Assert.Null(BearerCredentials.Find([$"Bearer {Jwt}", ""]));
        Assert.Null(BearerCredentials.Find([]));
        Assert.Null(BearerCredentials.Find([null]));
    }

    [Theory]
    [InlineData("Bearer", true)]
    [InlineData("bearer  ", true)]
    [InlineData("Bearer\t", true)]
    [InlineData("", false)]
    [InlineData("Bearer" + Jwt, false)]
    [InlineData("Bearer " + Jwt, false)]
    [InlineData("Basic", false)]
    public void The_scheme_alone_asks_for_the_challenge(string header, bool empty) => Assert.Equal(empty, BearerCredentials.AreEmpty([header]));
}
