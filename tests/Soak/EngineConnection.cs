using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace PartnerTrust.Soak;

/// <summary>A connection to a plugin as the engine's gRPC library holds it, frame by frame: one task reads, one writes all that has come
/// together by then, and the windows grow while an answer arrives.</summary>
internal sealed class EngineConnection : IAsyncDisposable
{
    public const int FirstWindow = 65_535;

    /// <summary>A flag and a length go before each message.</summary>
    public const int MessageHeader = 5;

    private static readonly byte[] Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    private readonly TcpClient client = new() { NoDelay = true };
    private readonly Channel<Frame> outgoing = Channel.CreateUnbounded<Frame>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<int, EngineCall> calls = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> pings = new();
    private readonly CancellationTokenSource closed = new();
    private readonly Lock opening = new();
    private readonly ReceiveWindow window = new(FirstWindow);
    private readonly BandwidthProbe probe = new();
    private readonly string authority;
    private readonly bool windowsGrow;
    private Task reading = Task.CompletedTask;
    private Task writing = Task.CompletedTask;
    private int lastStream = -1;
    private int initialWindow = FirstWindow;

    private EngineConnection(int port, bool windowsGrow) => (authority, this.windowsGrow) = ($"127.0.0.1:{port}", windowsGrow);

    public FrameRecord Record { get; } = new();

    /// <param name="port">Where the plugin listens.</param>
    /// <param name="windowsGrow">Whether the windows follow the measured bandwidth, as the engine's do, or stay as they are, so that each
    /// long answer must wait for room.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public static async Task<EngineConnection> OpenAsync(int port, bool windowsGrow, CancellationToken cancellation)
    {
        var connection = new EngineConnection(port, windowsGrow);
        await connection.client.ConnectAsync(IPAddress.Loopback, port, cancellation);
        var stream = connection.client.GetStream();
        using (var first = new MemoryStream())
        {
            first.Write(Preface);
            new Frame(FrameType.Settings, 0, 0, default).WriteTo(first);
            await stream.WriteAsync(first.GetBuffer().AsMemory(0, (int)first.Length), cancellation);
        }

        connection.reading = connection.ReadAsync(stream);
        connection.writing = connection.WriteAsync(stream);
        return connection;
    }

    /// <summary>Begins a unary call. The engine's library sends headers and message as two frames, together or one after the other.</summary>
    public async Task<EngineCall> StartAsync(string path, byte[] message, bool apart)
    {
        EngineCall call;
        lock (opening)
        {
            lastStream += 2;
            call = new EngineCall(lastStream, path, new ReceiveWindow(initialWindow), Send);
            calls[call.Stream] = call;
            Send(new Frame(FrameType.Headers, Frame.EndHeaders, call.Stream, RequestHeaders.Encode(path, authority)));
        }

        if (apart)
        {
            await Task.Yield();
        }

        var body = new byte[MessageHeader + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(1), message.Length);
        message.CopyTo(body, MessageHeader);
        Send(new Frame(FrameType.Data, Frame.EndStream, call.Stream, body));
        return call;
    }

    public Task PingAsync(byte[] payload)
    {
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        pings[Convert.ToHexString(payload)] = answered;
        Send(new Frame(FrameType.Ping, 0, 0, payload));
        return answered.Task;
    }

    public async ValueTask DisposeAsync()
    {
        outgoing.Writer.TryComplete();
        await closed.CancelAsync();
        client.Dispose();
        await Task.WhenAll(reading, writing);
        closed.Dispose();
    }

    private void Send(Frame frame) => outgoing.Writer.TryWrite(frame);

    private async Task WriteAsync(NetworkStream stream)
    {
        try
        {
            using var batch = new MemoryStream();
            while (await outgoing.Reader.WaitToReadAsync(closed.Token))
            {
                batch.SetLength(0);
                while (outgoing.Reader.TryRead(out var frame))
                {
                    Record.Sent(frame);
                    frame.WriteTo(batch);
                }

                await stream.WriteAsync(batch.GetBuffer().AsMemory(0, (int)batch.Length), closed.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            Record.Note($"writing ended: {end.Message}");
        }
    }

    private async Task ReadAsync(NetworkStream stream)
    {
        try
        {
            while (await Frame.ReadAsync(stream, closed.Token) is { } frame)
            {
                Record.Received(frame);
                Take(frame);
            }

            Record.Note("the server closed the connection");
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            Record.Note($"reading ended: {end.Message}");
        }

        foreach (var call in calls.Values)
        {
            call.Break();
        }
    }

    private void Take(Frame frame)
    {
        switch (frame.Type)
        {
            case FrameType.Data:
                TakeData(frame);
                break;
            case FrameType.Headers when frame.Has(Frame.EndStream) && calls.TryRemove(frame.Stream, out var ended):
                ended.End();
                break;
            case FrameType.RstStream when calls.TryRemove(frame.Stream, out var reset):
                reset.Break();
                break;
            case FrameType.Settings when !frame.Has(Frame.Ack):
                Send(new Frame(FrameType.Settings, Frame.Ack, 0, default));
                break;
            case FrameType.Ping when frame.Has(Frame.Ack):
                TakePong(frame);
                break;
            case FrameType.Ping:
                Send(frame with { Flags = Frame.Ack });
                break;
        }
    }

    private void TakeData(Frame frame)
    {
        var length = frame.Payload.Length;
        var pingIsDue = probe.Received(length);
        window.Received(length);
        var granted = window.Read(length) + (pingIsDue ? window.Reset() : 0);
        if (granted > 0)
        {
            Send(Frame.WindowUpdate(0, granted));
        }

        if (pingIsDue)
        {
            Send(new Frame(FrameType.Ping, 0, 0, BandwidthProbe.Payload));
        }

        if (calls.TryGetValue(frame.Stream, out var call))
        {
            call.Take(frame);
        }
    }

    private void TakePong(Frame frame)
    {
        if (pings.TryRemove(Convert.ToHexString(frame.Payload.Span), out var answered))
        {
            answered.TrySetResult();
        }

        if (!frame.Payload.Span.SequenceEqual(BandwidthProbe.Payload) || probe.Answered() is not { } size || !windowsGrow)
        {
            return;
        }

        Send(Frame.WindowUpdate(0, window.Raise(size)));
        lock (opening)
        {
            initialWindow = size;
        }

        foreach (var call in calls.Values)
        {
            call.Window.Raise(size);
        }

        Send(Frame.InitialWindow(size));
    }
}
