using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Validation;

public class AudienceTests
{
    [Theory]
    [InlineData("id/autodiscover.contoso.com@contoso.com", "id", "autodiscover.contoso.com", "contoso.com")]
    [InlineData("id/@contoso.com", "id", "", "contoso.com")]
    public void An_audience_has_three_parts(string text, string application, string host, string realm)
    {
        Assert.True(Audience.TryParse(text, out var audience));
        Assert.Equal((application, host, realm), (audience.Application, audience.Host, audience.Realm));
        Assert.Equal(text, audience.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("id@contoso.com")]
    [InlineData("id/host")]
    [InlineData("/host@contoso.com")]
    [InlineData("id/host@")]
    [InlineData("id/a/b@contoso.com")]
    [InlineData("id/a@b@contoso.com")]
    [InlineData("contoso.com@id/host")]
    [InlineData("https://host/@contoso.com")]
    public void Anything_else_is_no_audience(string? text) => Assert.False(Audience.TryParse(text, out _));

    [Fact]
    public void Only_the_host_is_compared_without_case()
    {
        var audience = new Audience("id", "host.contoso.com", "contoso.com");
        Assert.Equal(audience, audience with { Host = "HOST.contoso.com" });
        Assert.Equal(audience.GetHashCode(), (audience with { Host = "HOST.contoso.com" }).GetHashCode());
        Assert.NotEqual(audience, audience with { Application = "ID" });
        Assert.NotEqual(audience, audience with { Realm = "Contoso.com" });
    }
}
