using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Protocol.Tests.Grpc;

namespace PartnerTrust.Protocol.Tests.Wire;

/// <summary>The <c>grpc-status-details-bin</c> trailer: a <c>google.rpc.Status</c> in base64 (pulumi-protocol.md 5.2, 5.6).</summary>
public sealed class StatusDetailsTests
{
    private const string Encoded =
        "CAISBGJvb20aVAo1dHlwZS5nb29nbGVhcGlzLmNvbS9wdWx1bWlycGMuRXJyb3JSZXNvdXJjZUluaXRGYWlsZWQSGwoDaWQxEhAKDgoBYRIJEQAAAAAAAPA/GgJyMQ";

    [Fact]
    public async Task Details_are_sent_as_the_base64_of_a_status()
    {
        await using var loopback = await Loopback.StartAsync((_, _) => throw RpcFailure.Of(StatusCode.Unknown, "boom", InitFailed()));

        var response = await loopback.PostAsync(Loopback.Frame(Value.ForNull()));

        Assert.Equal(Encoded, response.Details?.TrimEnd('='));
    }

    [Theory]
    [InlineData("")]
    [InlineData("==")]
    public async Task Details_are_read_with_and_without_padding(string padding)
    {
        var failure = await ReadAsync(Encoded + padding);

        Assert.Equal((StatusCode.Unknown, "boom"), (failure.StatusCode, failure.Message));
        Assert.Equal(InitFailed(), failure.Detail<ErrorResourceInitFailed>());
        Assert.Null(failure.Detail<InputPropertiesError>());
    }

    [Theory]
    [InlineData("no base64!")]
    [InlineData("/////w")]
    [InlineData("A")]
    public async Task Details_that_cannot_be_read_are_none(string text)
    {
        var failure = await ReadAsync(text);

        Assert.Equal((StatusCode.Unknown, "the message"), (failure.StatusCode, failure.Message));
        Assert.Null(failure.Detail<ErrorResourceInitFailed>());
    }

    private static ErrorResourceInitFailed InitFailed() =>
        new() { Id = "id1", Properties = PropertyCodec.Encode(PropertyMap.Of(("a", 1))), Reasons = { "r1" } };

    /// <summary>What a channel makes of details that another server sends.</summary>
    private static async Task<RpcException> ReadAsync(string details)
    {
        await using var server = await ForeignServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.StartAsync();
            context.Response.AppendTrailer("grpc-status", "2");
            context.Response.AppendTrailer("grpc-message", "the message");
            context.Response.AppendTrailer("grpc-status-details-bin", details);
        });
        using var channel = server.Connect();
        return await Assert.ThrowsAsync<RpcException>(
            () => channel.UnaryAsync("test.Foreign", "Call", new Empty(), Empty.Parser, CancellationToken.None));
    }
}
