using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Tokens;

public class TokenDiagnosticsTests
{
    [Fact]
    public void A_refusal_reads_as_Exchange_writes_it() => Assert.Equal(
        "2000000;reason=\"The token has an invalid signature.\";error_category=\"invalid_signature\"", TokenDiagnostics.InvalidSignature.ToString());

    public static TheoryData<TokenDiagnostics> Documented =>
    [
        TokenDiagnostics.InvalidSignature,
        TokenDiagnostics.InvalidAudience,
        TokenDiagnostics.InvalidHost("mail.contoso.com", "other.contoso.com"),
        TokenDiagnostics.TenantDoesNotExist("contoso.com"),
        TokenDiagnostics.NoPermission("00000004-0000-0ff1-ce00-000000000000"),
        TokenDiagnostics.UserDoesNotExist,
    ];

    [Theory]
    [MemberData(nameof(Documented))]
    public void Every_documented_one_is_read_back(TokenDiagnostics diagnostics)
    {
        Assert.True(TokenDiagnostics.TryParse(diagnostics.ToString(), out var read));
        Assert.Equal(diagnostics, read);
    }

    [Fact]
    public void An_unknown_code_is_data()
    {
        Assert.True(TokenDiagnostics.TryParse("2000013;reason=\"Something; new\";error_category=\"x\"", out var read));
        Assert.Equal(new TokenDiagnostics(2000013, "Something; new", "x"), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("nonsense")]
    public void What_says_nothing_is_no_diagnostics(string? header) => Assert.False(TokenDiagnostics.TryParse(header, out _));

    [Fact]
    public void Hostile_text_cannot_end_the_header() => Assert.Equal(
        "2000004;reason=\"The tenant for tenant guid 'a__b___' does not exist.\";error_category=\"invalid_tenant\"",
        TokenDiagnostics.TenantDoesNotExist("a\"\"b\r\n\u00e4").ToString());
}
