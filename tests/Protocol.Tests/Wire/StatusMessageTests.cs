using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Protocol.Tests.Wire;

public sealed class StatusMessageTests
{
    [Theory]
    [InlineData("plain text, with spaces", "plain text, with spaces")]
    [InlineData("100 %", "100 %25")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("größer 🙂", "gr%C3%B6%C3%9Fer %F0%9F%99%82")]
    public void What_is_no_printable_ascii_is_percent_encoded(string message, string encoded)
    {
        Assert.Equal(encoded, StatusMessage.Encode(message));
        Assert.Equal(message, StatusMessage.Decode(encoded));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%4")]
    [InlineData("%zz and 50% off")]
    [InlineData("% 1")]
    public void A_percent_sign_that_starts_no_escape_stands_for_itself(string text) => Assert.Equal(text, StatusMessage.Decode(text));

    [Fact]
    public void Spaces_that_other_servers_encode_are_read() => Assert.Equal("a b", StatusMessage.Decode("a%20b"));

    [Fact]
    public void Any_text_comes_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text => StatusMessage.Decode(StatusMessage.Encode(text.Get)) == Wellformed(text.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_message_is_cut_at_a_whole_character()
    {
        var encoded = StatusMessage.Encode(new string('ü', 100_000));

        Assert.InRange(encoded.Length, StatusMessage.MaxEncodedLength - 16, StatusMessage.MaxEncodedLength);
        Assert.EndsWith("ü...", StatusMessage.Decode(encoded), StringComparison.Ordinal);
    }

    /// <summary>Half a surrogate pair is no text; it becomes the replacement character.</summary>
    private static string Wellformed(string text) => string.Concat(text.EnumerateRunes());
}
