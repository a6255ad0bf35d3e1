using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Protocol.Tests.Wire;

public sealed class GrpcTimeoutTests
{
    [Theory]
    [InlineData("699m", 699)]
    [InlineData("2S", 2_000)]
    [InlineData("3M", 180_000)]
    [InlineData("1H", 3_600_000)]
    [InlineData("5000u", 5)]
    [InlineData("7000000n", 7)]
    [InlineData("0m", 0)]
    public void A_timeout_is_digits_and_a_unit(string header, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), GrpcTimeout.Parse(header));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("5")]
    [InlineData("5x")]
    [InlineData("-5m")]
    [InlineData("+5m")]
    [InlineData("1.5S")]
    [InlineData("123456789m")]
    public void Anything_else_is_no_timeout(string? header) => Assert.Null(GrpcTimeout.Parse(header));

    [Fact]
    public void The_longest_timeout_does_not_overflow() => Assert.Equal(TimeSpan.FromHours(99_999_999), GrpcTimeout.Parse("99999999H"));
}
