using System.Buffers.Binary;
using System.Diagnostics;
using System.Threading.Channels;

namespace PartnerTrust.Soak;

/// <summary>One unary call under way. Its answer is read by a task of its own, as the engine's library does, so that the grants of more room
/// come at any time.</summary>
internal sealed class EngineCall
{
    // A server may lose an answer when room is granted in the very moment in which it looks for some: that moment is sought.
    private static readonly TimeSpan LatestGrant = TimeSpan.FromMicroseconds(300);

    private readonly Channel<ReadOnlyMemory<byte>> pieces = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
    private readonly TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<Frame> send;

    public EngineCall(int stream, string path, ReceiveWindow window, Action<Frame> send)
    {
        (Stream, Path, Window, this.send) = (stream, path, window, send);
        Answer = ReadAsync();
    }

    public int Stream { get; }

    public string Path { get; }

    public ReceiveWindow Window { get; }

    /// <summary>The message; null when the call failed.</summary>
    public Task<byte[]?> Answer { get; }

    public void Take(Frame data)
    {
        Window.Received(data.Payload.Length);
        pieces.Writer.TryWrite(data.Payload);
    }

    public void End()
    {
        pieces.Writer.TryComplete();
        ended.TrySetResult(true);
    }

    /// <summary>The connection or the stream is gone.</summary>
    public void Break()
    {
        pieces.Writer.TryComplete();
        ended.TrySetResult(false);
    }

    private async Task<byte[]?> ReadAsync()
    {
        await Task.Yield();
        using var answer = new MemoryStream();
        await foreach (var piece in pieces.Reader.ReadAllAsync())
        {
            if (answer.Length == 0 && piece.Length >= EngineConnection.MessageHeader)
            {
                Grant(Window.Expect(EngineConnection.MessageHeader + BinaryPrimitives.ReadInt32BigEndian(piece.Span[1..])));
            }

            answer.Write(piece.Span);
            Grant(Window.Read(piece.Length));
        }

        return await ended.Task && answer.Length >= EngineConnection.MessageHeader ? answer.ToArray()[EngineConnection.MessageHeader..] : null;
    }

    private void Grant(int length)
    {
        if (length == 0)
        {
            return;
        }

        var start = Stopwatch.GetTimestamp();
        var delay = LatestGrant * Random.Shared.NextDouble();
        while (Stopwatch.GetElapsedTime(start) < delay)
        {
            Thread.SpinWait(1);
        }

        send(Frame.WindowUpdate(Stream, length));
    }
}
