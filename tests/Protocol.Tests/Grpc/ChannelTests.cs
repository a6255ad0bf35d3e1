using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PartnerTrust.Protocol.Tests.Grpc;

public sealed class ChannelTests
{
    private static readonly Value Hello = Value.ForString("hello, client");

    [Fact]
    public async Task A_response_may_be_cut_anywhere()
    {
        await using var server = await ForeignServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            foreach (var octet in Loopback.Frame(Hello))
            {
                await context.Response.Body.WriteAsync(new[] { octet });
                await context.Response.Body.FlushAsync();
            }

            context.Response.AppendTrailer("grpc-status", "0");
        });

        Assert.Equal(Hello, await CallAsync(server));
    }

    [Fact]
    public async Task The_request_is_one_that_every_server_takes()
    {
        IHeaderDictionary headers = new HeaderDictionary();
        await using var server = await ForeignServer.StartAsync(async context =>
        {
            headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
            await AnswerAsync(context, Loopback.Frame(Hello), "0");
        });

        await CallAsync(server);

        Assert.Equal("application/grpc", headers.ContentType);
        Assert.Equal("trailers", headers.TE);
        Assert.False(headers.ContainsKey("grpc-accept-encoding"));
        Assert.False(headers.ContainsKey("grpc-encoding"));
        Assert.False(headers.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task A_status_in_the_headers_of_an_empty_response_is_read()
    {
        await using var server = await ForeignServer.StartAsync(context =>
        {
            context.Response.Headers["grpc-status"] = "5";
            context.Response.Headers["grpc-message"] = "not%20here";
            return Task.CompletedTask;
        });

        await AssertFailsAsync(server, StatusCode.NotFound, "not here");
    }

    [Theory]
    [InlineData("17", StatusCode.Unknown)]
    [InlineData("-1", StatusCode.Unknown)]
    [InlineData("odd", StatusCode.Unknown)]
    [InlineData("16", StatusCode.Unauthenticated)]
    public async Task A_status_of_no_known_number_is_unknown(string sent, StatusCode read)
    {
        await using var server = await ForeignServer.StartAsync(context => AnswerAsync(context, [], sent));

        await AssertFailsAsync(server, read);
    }

    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(500, StatusCode.Unknown)]
    public async Task An_http_error_has_its_status(int http, StatusCode status)
    {
        await using var server = await ForeignServer.StartAsync(context =>
        {
            context.Response.StatusCode = http;
            return Task.CompletedTask;
        });

        await AssertFailsAsync(server, status);
    }

    [Theory]
    [InlineData(0, StatusCode.Internal)]
    [InlineData(2, StatusCode.Internal)]
    [InlineData(7, StatusCode.Unavailable)]
    [InlineData(8, StatusCode.Cancelled)]
    [InlineData(11, StatusCode.ResourceExhausted)]
    [InlineData(12, StatusCode.PermissionDenied)]
    public async Task A_reset_stream_has_its_status(int code, StatusCode status)
    {
        await using var server = await ForeignServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[] { 0, 0, 0, 0, 9 });
            await context.Response.Body.FlushAsync();
            context.Features.Get<IHttpResetFeature>()!.Reset(code);
        });

        await AssertFailsAsync(server, status);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_unavailable()
    {
        await using var server = await ForeignServer.StartAsync(context =>
        {
            context.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionLifetimeFeature>()?.Abort();
            context.Abort();
            return Task.CompletedTask;
        });

        var failure = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server));

        Assert.Contains(failure.StatusCode, new[] { StatusCode.Unavailable, StatusCode.Internal, StatusCode.Cancelled });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/grpc")]
    public async Task A_response_without_a_status_is_an_internal_error(string? contentType)
    {
        await using var server = await ForeignServer.StartAsync(async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(Loopback.Frame(Hello));
        });

        await AssertFailsAsync(server, StatusCode.Internal);
    }

    [Fact]
    public async Task A_stream_without_a_status_is_an_internal_error_after_its_messages()
    {
        await using var server = await ForeignServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(Loopback.Frame(Hello));
        });
        using var channel = server.Connect();
        await using var stream = channel.ServerStreamingAsync("test.Foreign", "Call", Hello, Value.Parser, CancellationToken.None)
            .GetAsyncEnumerator();

        Assert.True(await stream.MoveNextAsync());
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await stream.MoveNextAsync());
        Assert.Equal(StatusCode.Internal, failure.StatusCode);
    }

    [Theory]
    [InlineData("1", StatusCode.Cancelled)]
    [InlineData("4", StatusCode.DeadlineExceeded)]
    public async Task A_server_s_own_end_of_a_call_is_not_the_caller_s(string sent, StatusCode read)
    {
        await using var server = await ForeignServer.StartAsync(context => AnswerAsync(context, [], sent));

        await AssertFailsAsync(server, read);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_unary_call_must_be_answered_once(int messages)
    {
        var body = Enumerable.Repeat(Loopback.Frame(Hello), messages).SelectMany(frame => frame).ToArray();
        await using var server = await ForeignServer.StartAsync(context => AnswerAsync(context, body, "0"));

        await AssertFailsAsync(server, StatusCode.Internal);
    }

    [Fact]
    public async Task A_message_cut_short_by_an_error_is_an_internal_error()
    {
        await using var server = await ForeignServer.StartAsync(context => AnswerAsync(context, [0, 0, 0, 0, 9, 1], "0"));

        await AssertFailsAsync(server, StatusCode.Internal);
    }

    private static async Task AnswerAsync(HttpContext context, byte[] body, string status)
    {
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(body);
        context.Response.AppendTrailer("grpc-status", status);
    }

    private static async Task<Value> CallAsync(ForeignServer server)
    {
        using var channel = server.Connect();
        return await channel.UnaryAsync("test.Foreign", "Call", Hello, Value.Parser, CancellationToken.None);
    }

    private static async Task AssertFailsAsync(ForeignServer server, StatusCode status, string? message = null)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server));
        Assert.Equal(status, failure.StatusCode);
        if (message is not null)
        {
            Assert.Equal(message, failure.Message);
        }
    }
}
