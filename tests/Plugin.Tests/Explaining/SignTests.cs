using PartnerTrust.Plugin.Commands.Explaining;

namespace PartnerTrust.Plugin.Tests.Explaining;

/// <summary>What servers say, as the catalogue writes it.</summary>
public sealed class SignTests
{
    [Theory]
    [InlineData("2000000", nameof(SignKind.Code))]
    [InlineData("error_category=\"invalid_signature\"", nameof(SignKind.Category))]
    [InlineData("event 32054", nameof(SignKind.Event))]
    [InlineData("event 1003 MSExchange Front End HTTPS Proxy", nameof(SignKind.EventOfSource))]
    [InlineData("The tenant for tenant guid '…' does not exist.", nameof(SignKind.Text))]
    [InlineData("ErrorIncorrectExchangeServerVersion", nameof(SignKind.Text))]
    public void It_is_of_a_kind(string text, string kind)
    {
        var sign = new Sign(text);

        Assert.Equal(kind, sign.Kind.ToString());
        Assert.True(sign.IsWellFormed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("200000")]
    [InlineData("error")]
    [InlineData("error_category=invalid_signature")]
    [InlineData("error_category=\"Invalid\"")]
    [InlineData("event 1003, MSExchange")]
    [InlineData("events 32053 and 32054")]
    [InlineData("Event 1003 MSExchange")]
    [InlineData("2000000;2000003 both")]
    public void What_looks_like_one_and_is_none_is_not_well_formed(string text) => Assert.False(new Sign(text).IsWellFormed);

    [Fact]
    public void What_stands_in_the_place_of_dots_is_not_without_end()
    {
        var sign = new Sign("The tenant for tenant guid '…' does not exist.");

        Assert.Null(sign.FindIn(new AskedText($"The tenant for tenant guid '{new string('x', 301)}' does not exist.")));
        Assert.Equal(
            SignKind.Text,
            sign.FindIn(new AskedText($"The tenant for tenant guid; The tenant for tenant guid '{new string('x', 260)}' does not exist.")));
    }
}
