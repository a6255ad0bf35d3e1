using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Tokens;

public class PrincipalNameTests
{
    [Theory]
    [InlineData("00000004-0000-0ff1-ce00-000000000000@contoso.com", "00000004-0000-0ff1-ce00-000000000000", "contoso.com")]
    [InlineData("00000002-0000-0ff1-ce00-000000000000@*", "00000002-0000-0ff1-ce00-000000000000", "*")]
    [InlineData("app/@contoso.com", "app", "contoso.com")]
    public void A_principal_is_an_application_in_a_realm(string text, string application, string realm)
    {
        Assert.True(PrincipalName.TryParse(text, out var name));
        Assert.Equal((application, realm), (name.Application, name.Realm));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("app")]
    [InlineData("@contoso.com")]
    [InlineData("app@")]
    [InlineData("app/host@contoso.com")]
    [InlineData("a@b@contoso.com")]
    [InlineData("/@contoso.com")]
    [InlineData("app @contoso.com")]
    public void Anything_else_is_no_principal(string? text) => Assert.False(PrincipalName.TryParse(text, out _));

    [Fact]
    public void Principals_that_differ_in_case_are_two() =>
        Assert.NotEqual(PrincipalName.Parse("app@Contoso.com"), PrincipalName.Parse("app@contoso.com"));
}
