using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Tests.Grpc;

namespace PartnerTrust.Protocol.Tests.Wire;

/// <summary>The text of a status on the wire (pulumi-protocol.md 5.2).</summary>
public sealed class StatusMessageTests
{
    [Theory]
    [InlineData("plain text, with spaces", "plain text, with spaces")]
    [InlineData("100 %", "100 %25")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("größer 🙂", "gr%C3%B6%C3%9Fer %F0%9F%99%82")]
    public async Task What_is_no_printable_ascii_is_percent_encoded(string message, string encoded)
    {
        await using var loopback = await RefusingAsync();

        Assert.Equal(encoded, (await loopback.PostAsync(Loopback.Frame(Value.ForString(message)))).Message);
        Assert.Equal(message, await RefusalAsync(loopback, message));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%4")]
    [InlineData("%zz and 50% off")]
    [InlineData("% 1")]
    public async Task A_percent_sign_that_starts_no_escape_stands_for_itself(string text) => Assert.Equal(text, await ReadAsync(text));

    [Fact]
    public async Task Spaces_that_other_servers_encode_are_read() => Assert.Equal("a b", await ReadAsync("a%20b"));

    [Fact]
    public async Task Any_text_comes_back()
    {
        await using var loopback = await RefusingAsync();

        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            async text => await RefusalAsync(loopback, text.Get) == Wellformed(text.Get)).Check(GeneratedCases.Config(100));
    }

    [Fact]
    public async Task A_long_message_is_cut_at_a_whole_character()
    {
        await using var loopback = await RefusingAsync();
        var message = Value.ForString(new string('ü', 100_000));

        var encoded = (await loopback.PostAsync(Loopback.Frame(message))).Message!;

        Assert.InRange(encoded.Length, StatusMessage.MaxEncodedLength - 16, StatusMessage.MaxEncodedLength);
        Assert.EndsWith("ü...", await RefusalAsync(loopback, message.StringValue), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", 0, false)]
    [InlineData("a", 1, true)]
    [InlineData("%", 1, true)]
    [InlineData("🙂", 1, true)]
    public void A_message_is_cut_only_when_it_is_too_long(string last, int more, bool isCut)
    {
        var message = new string('a', StatusMessage.MaxEncodedLength - 3 - (more == 0 ? 1 : 0)) + last;

        Assert.Equal(isCut, StatusMessage.Bound(message) != message);
    }

    /// <summary>A server that refuses each call with the text that it is sent.</summary>
    private static Task<Loopback> RefusingAsync() =>
        Loopback.StartAsync((request, _) => throw RpcFailure.Of(StatusCode.FailedPrecondition, request.StringValue));

    private static async Task<string> RefusalAsync(Loopback loopback, string message) =>
        (await Assert.ThrowsAsync<RpcException>(() => loopback.EchoAsync(Value.ForString(message)))).Message;

    /// <summary>What a channel makes of a message that another server sends.</summary>
    private static async Task<string> ReadAsync(string encoded)
    {
        await using var server = await ForeignServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "9";
            context.Response.Headers["grpc-message"] = encoded;
            return Task.CompletedTask;
        });
        using var channel = server.Connect();
        return (await Assert.ThrowsAsync<RpcException>(() =>
            channel.UnaryAsync("test.Foreign", "Call", new Empty(), Empty.Parser, CancellationToken.None))).Message;
    }

    /// <summary>Half a surrogate pair is no text; it becomes the replacement character.</summary>
    private static string Wellformed(string text) => string.Concat(text.EnumerateRunes());
}
