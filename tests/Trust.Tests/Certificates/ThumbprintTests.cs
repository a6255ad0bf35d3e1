using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Tests.Certificates;

public class ThumbprintTests
{
    [Theory]
    [InlineData("8BF833E6A7D8A7960F5802B5FFFD188599E2A4B2", "i_gz5qfYp5YPWAK1__0YhZnipLI")]
    [InlineData("7A787D049AD53D4E628D5D6A8D98D5F9F2F66DCA", "enh9BJrVPU5ijV1qjZjV-fL2bco")]
    [InlineData("987F934E5B7E1C05C2F7EBE329516D5FA6C0B11D", "mH-TTlt-HAXC9-vjKVFtX6bAsR0")]
    public void Thumbprint_and_x5t_convert_both_ways(string hex, string x5t)
    {
        Assert.True(Thumbprint.TryParse(hex, out var fromHex));
        Assert.True(Thumbprint.TryParseX5t(x5t, out var fromX5t));

        Assert.Equal(fromHex, fromX5t);
        Assert.Equal((hex, x5t), (fromX5t.Hex, fromHex.X5t));
    }

    [Fact]
    public void A_thumbprint_copied_from_a_certificate_window_is_taken()
    {
        Assert.True(Thumbprint.TryParse("\u200e8b f8:33 E6 A7 D8 A7 96 0F 58 02 B5 FF FD 18 85 99 E2 A4 B2 ", out var thumbprint));

        Assert.Equal("8BF833E6A7D8A7960F5802B5FFFD188599E2A4B2", thumbprint.Hex);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("8BF833E6A7D8A7960F5802B5FFFD188599E2A4B")]
    [InlineData("8BF833E6A7D8A7960F5802B5FFFD188599E2A4B2000")]
    [InlineData("8BF833E6A7D8A7960F5802B5FFFD188599E2A4BG")]
    public void What_is_not_40_hexadecimal_digits_is_no_thumbprint(string? text) => Assert.False(Thumbprint.TryParse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("i_gz5qfYp5YPWAK1__0YhZnipL")]
    [InlineData("i/gz5qfYp5YPWAK1//0YhZnipLI")]
    [InlineData("i_gz5qfYp5YPWAK1__0YhZnipLIxx")]
    [InlineData("i_gz5qfYp5YPWAK1__0YhZnipLI=")]
    [InlineData("i_gz5qfYp5YPWAK1__0YhZnipLI ")]
    [InlineData("\ni_gz5qfYp5YPWAK1__0YhZnipLI")]
    [InlineData("i_gz5qfYp5YPWAK 1__0YhZnipL")]
    [InlineData("                            ")]
    public void What_is_not_27_characters_of_base64url_is_no_x5t(string? text) => Assert.False(Thumbprint.TryParseX5t(text, out _));
}
