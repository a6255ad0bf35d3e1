using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PartnerTrust.CmdletSimulator.Installations;

/// <summary>A proxy on loopback for <c>CONNECT</c> alone: connections to the played servers, by whatever port, end at their hosts. Everything else is
/// refused: nothing here leaves the machine.</summary>
internal sealed class Tunnels : IAsyncDisposable
{
    private const int LongestRequest = 8192;

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Task, bool> open = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, int?> findPort;
    private readonly Task listening;

    private Tunnels(Func<string, int?> findPort)
    {
        this.findPort = findPort;
        listener.Start();
        listening = ListenAsync();
    }

    public string Address => $"http://{listener.LocalEndpoint}";

    /// <param name="findPort">The loopback port of a played host; null for any other host.</param>
    public static Tunnels Open(Func<string, int?> findPort) => new(findPort);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        listener.Dispose();
        await Task.WhenAll(open.Keys);
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var tunnel = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
                open[tunnel] = true;
                _ = tunnel.ContinueWith(done => open.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException)
        {
            // The proxy closes.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var near = client;
        try
        {
            if (await ReadHostAsync(near.GetStream()) is not { } host || findPort(host) is not { } port)
            {
                await near.GetStream().WriteAsync("HTTP/1.1 403 Forbidden\r\n\r\n"u8.ToArray(), stop.Token);
                return;
            }

            using var far = new TcpClient();
            await far.ConnectAsync(IPAddress.Loopback, port, stop.Token);
            await near.GetStream().WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), stop.Token);
            await Task.WhenAll(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
        {
            // Either side is gone, or nobody listens there: the client sees its connection close.
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        await from.GetStream().CopyToAsync(to.GetStream(), stop.Token);
        to.Client.Shutdown(SocketShutdown.Send);
    }

    /// <summary>The whole head of the request is read, and nothing behind it: the client waits for the answer.</summary>
    private async Task<string?> ReadHostAsync(NetworkStream stream)
    {
        var head = new byte[LongestRequest];
        var length = 0;
        while (length < head.Length && await stream.ReadAsync(head.AsMemory(length), stop.Token) is var read and > 0)
        {
            length += read;
            if (head.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
            {
                return HostOf(Encoding.ASCII.GetString(head, 0, length));
            }
        }

        return null;
    }

    private static string? HostOf(string head) =>
        head.Split(' ', 3) is ["CONNECT", var authority, _] && Uri.TryCreate($"https://{authority}", UriKind.Absolute, out var target)
            ? target.IdnHost
            : null;
}
