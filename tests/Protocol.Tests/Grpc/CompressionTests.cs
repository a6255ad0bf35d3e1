using System.IO.Compression;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Protocol.Tests.Grpc;

/// <summary>Compressed messages are counted as they come out.</summary>
[Collection(AloneCollection.Name)]
public sealed class CompressionTests
{
    [Fact]
    public async Task A_bomb_is_refused_before_it_fills_the_memory()
    {
        await using var loopback = await Loopback.StartAsync();
        var bomb = Bomb(megabytes: 410);
        Assert.InRange(bomb.Length, 300_000, 600_000);
        var before = GC.GetTotalAllocatedBytes();

        var responses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => loopback.PostAsync(bomb, ("grpc-encoding", "gzip"))));

        Assert.All(responses, response => Assert.Equal(StatusCode.ResourceExhausted, response.Status));

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200L * 1024 * 1024);
    }

    [Fact]
    public async Task A_message_up_to_the_limit_is_read()
    {
        var text = new string('x', CompressedMessage.MaxLength - 100);
        await using var loopback = await Loopback.StartAsync((value, _) => Task.FromResult(Value.ForNumber(value.StringValue.Length)));

        var response = await loopback.PostAsync(Pack(Value.ForString(text).ToByteArray()), ("grpc-encoding", "gzip"));

        Assert.Equal(Loopback.Frame(Value.ForNumber(text.Length)), response.Body);
    }

    [Theory]
    [InlineData("0100000009", StatusCode.Internal)]
    [InlineData("01000000091f8b", StatusCode.Internal)]
    [InlineData("0100000003010203", StatusCode.Internal)]
    [InlineData("0101000001", StatusCode.ResourceExhausted)]
    public async Task What_cannot_be_expanded_is_refused(string hex, StatusCode status)
    {
        await using var loopback = await Loopback.StartAsync();

        Assert.Equal(status, (await loopback.PostAsync(Convert.FromHexString(hex), ("grpc-encoding", "gzip"))).Status);
    }

    [Fact]
    public async Task Large_compressed_messages_wait_for_one_another_until_their_calls_end()
    {
        var running = 0;
        var most = 0;
        await using var loopback = await Loopback.StartAsync(async (value, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            for (var turn = 0; turn < 100; turn++)
            {
                await Task.Yield();
            }

            Interlocked.Decrement(ref running);
            return Value.ForNumber(value.StringValue.Length);
        });
        var message = Pack(Value.ForString(new string('x', CompressedMessage.MaxLength * 2 / 3)).ToByteArray());

        var responses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => loopback.PostAsync(message, ("grpc-encoding", "gzip"))));

        Assert.All(responses, response => Assert.Equal(StatusCode.OK, response.Status));
        Assert.Equal(1, most);
    }

    private static byte[] Bomb(int megabytes)
    {
        var zeros = new byte[1024 * 1024];
        return Pack(pack =>
        {
            // The tag of a text, and a length that is not over yet.
            pack.Write([0x1a, 0xff, 0xff, 0xff, 0xff, 0x07]);
            for (var i = 0; i < megabytes; i++)
            {
                pack.Write(zeros);
            }
        });
    }

    private static byte[] Pack(byte[] message) => Pack(pack => pack.Write(message));

    private static byte[] Pack(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            write(gzip);
        }

        return Loopback.Frame(1, packed.ToArray());
    }
}
