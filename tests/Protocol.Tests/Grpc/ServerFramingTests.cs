using System.IO.Compression;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Protocol.Tests.Grpc;

public sealed class ServerFramingTests
{
    private static readonly Value Hello = Value.ForString("hello, server");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    public async Task A_message_may_be_cut_anywhere(int size)
    {
        await using var loopback = await Loopback.StartAsync();

        var response = await loopback.PostAsync(new ChunkedContent(Loopback.Frame(Hello), size));

        Assert.Equal(StatusCode.OK, response.Status);
        Assert.Equal(Loopback.Frame(Hello), response.Body);
    }

    [Fact]
    public async Task An_empty_message_is_answered_with_an_empty_frame()
    {
        await using var loopback = await Loopback.StartAsync(
            new GrpcService(Loopback.Service).Unary("Echo", Empty.Parser, (empty, _) => Task.FromResult(empty)));

        var response = await loopback.PostAsync([0, 0, 0, 0, 0]);

        Assert.Equal(StatusCode.OK, response.Status);
        Assert.Equal([0, 0, 0, 0, 0], response.Body);
        Assert.Equal("application/grpc", response.ContentType);
    }

    [Fact]
    public async Task A_message_is_framed_by_a_flag_and_its_length()
    {
        await using var loopback = await Loopback.StartAsync(
            new GrpcService(Loopback.Service).Unary("Echo", Empty.Parser, (_, _) => Task.FromResult(new PluginInfo { Version = "1.2.3" })));

        Assert.Equal("00000000070a05312e322e33", Convert.ToHexStringLower((await loopback.PostAsync([0, 0, 0, 0, 0])).Body));
    }

    [Fact]
    public async Task A_message_of_60_megabytes_goes_both_ways()
    {
        var large = Value.ForString(new string('x', 60_000_000));
        await using var loopback = await Loopback.StartAsync();

        Assert.Equal(large, await loopback.EchoAsync(large));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_compressed_message_is_read(string encoding)
    {
        await using var loopback = await Loopback.StartAsync();

        var response = await loopback.PostAsync(Compress(Hello.ToByteArray(), encoding), ("grpc-encoding", encoding));

        Assert.Equal(Loopback.Frame(Hello), response.Body);
    }

    [Theory]
    [InlineData("snappy")]
    [InlineData("identity")]
    public async Task A_compression_that_is_not_known_is_unimplemented(string encoding)
    {
        await using var loopback = await Loopback.StartAsync();

        Assert.Equal(StatusCode.Unimplemented, (await loopback.PostAsync([1, 0, 0, 0, 1, 7], ("grpc-encoding", encoding))).Status);
    }

    [Fact]
    public async Task A_length_over_400_mebibytes_is_refused_before_it_arrives()
    {
        await using var loopback = await Loopback.StartAsync();

        Assert.Equal(StatusCode.ResourceExhausted, (await loopback.PostAsync([0, 0x19, 0, 0, 1])).Status);
        Assert.Equal(StatusCode.Internal, (await loopback.PostAsync([0, 0x19, 0, 0, 0])).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("00000000")]
    [InlineData("0000000005")]
    [InlineData("00000000051a")]
    [InlineData("0200000000")]
    [InlineData("000000000207ff")]
    [InlineData("00000000021aff")]
    [InlineData("00000000031a02ff")]
    public async Task A_message_that_cannot_be_read_is_an_internal_error(string hex)
    {
        await using var loopback = await Loopback.StartAsync();

        Assert.Equal(StatusCode.Internal, (await loopback.PostAsync(Convert.FromHexString(hex))).Status);
        Assert.Equal(Hello, await loopback.EchoAsync(Hello));
    }

    [Theory]
    [InlineData("application/grpc", HttpStatusCode.OK)]
    [InlineData("application/grpc+proto", HttpStatusCode.OK)]
    [InlineData("application/grpc;charset=utf-8", HttpStatusCode.OK)]
    [InlineData("application/grpc-web", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", HttpStatusCode.UnsupportedMediaType)]
    public async Task Only_grpc_is_answered(string contentType, HttpStatusCode status)
    {
        await using var loopback = await Loopback.StartAsync();

        Assert.Equal(status, (await loopback.PostAsync(Loopback.Frame(Hello), ("content-type", contentType))).Http);
    }

    [Fact]
    public async Task Only_a_post_is_a_call()
    {
        await using var loopback = await Loopback.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{loopback.Server.Port}/{Loopback.Service}/Echo"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.False(loopback.Server.WasCalled);
    }

    [Fact]
    public async Task Two_hundred_nested_levels_arrive()
    {
        var nested = Value.ForString("innermost");
        for (var i = 0; i < 200; i++)
        {
            nested = Value.ForStruct(new Struct { Fields = { ["a"] = Value.ForList(nested) } });
        }

        await using var loopback = await Loopback.StartAsync();

        Assert.Equal(nested, await loopback.EchoAsync(nested));
    }

    private static byte[] Compress(byte[] message, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding == "gzip" ? new GZipStream(packed, CompressionMode.Compress, true) : new ZLibStream(
            packed, CompressionMode.Compress, true))
        {
            stream.Write(message);
        }

        return Loopback.Frame(1, packed.ToArray());
    }
}
