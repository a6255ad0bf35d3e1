using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using PartnerTrust.Soak;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>What comes compressed does not fill the memory of the machine.</summary>
public sealed class CompressionTests
{
    private const int Megabytes = 410;
    private const int Header = 5;

    [SkippableFact]
    public async Task Four_messages_that_grow_a_thousandfold_leave_the_plugin_small()
    {
        Checkout.RequirePlugin();
        Skip.IfNot(OperatingSystem.IsLinux(), "the most memory that a process had is read from /proc");
        await using var plugin = await PluginStart.StartAsync(Checkout.Plugin, CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var bomb = Bomb();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(http, plugin.Port, bomb)));

        Assert.All(answers, status => Assert.Equal("8", status));
        Assert.InRange(MostMemory(plugin.Id), 1, 200 * 1024);
    }

    private static async Task<string> PostAsync(HttpClient http, int port, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/pulumirpc.ResourceProvider/GetMapping")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        request.Headers.Add("grpc-encoding", "gzip");
        using var response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return response.TrailingHeaders.Concat(response.Headers).First(header => header.Key == "grpc-status").Value.First();
    }

    private static byte[] Bomb()
    {
        var zeros = new byte[1024 * 1024];
        using var packed = new MemoryStream();
        packed.Write(new byte[Header]);
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            // The tag of a text, and its length.
            gzip.Write([0x0a, 0x80, 0x80, 0x80, 0xcd, 0x01]);
            for (var count = 0; count < Megabytes; count++)
            {
                gzip.Write(zeros);
            }
        }

        var frame = packed.ToArray();
        frame[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - Header);
        return frame;
    }

    /// <summary>In KiB.</summary>
    private static int MostMemory(int process) => int.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null);
}
