using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Keeps streams from being used again whose answer may have waited for room in the caller's window. Kestrel takes the objects of
/// ended streams for later calls. One that is granted room in the very moment in which its answer goes out may be left with a mark that it
/// is queued for sending although it is not, and the next call on it is then never answered (dotnet/aspnetcore#53736): the engine that has
/// just read our schema, which is longer than a window, waits for ever. A stream whose handler still runs is taken for nothing.</summary>
internal sealed class SpentStreams : IDisposable
{
    /// <summary>What fits every caller's window: no library begins with less than 64 KiB.</summary>
    public const long LengthThatNeverWaits = 32 * 1024;

    // Kestrel counts them as open, and refuses calls at 20,000.
    private const int MostOnOneConnection = 1_000;

    private static readonly object CountKey = new();

    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationToken stopped;

    public SpentStreams() => stopped = stopping.Token;

    /// <summary>The answer to this call grows by a message of so many bytes.</summary>
    public static void Grow(HttpContext context, int bytes)
    {
        if (context.Features.Get<AnswerLength>() is not { } answer)
        {
            context.Features.Set(answer = new AnswerLength());
        }

        answer.Bytes += bytes;
    }

    /// <summary>Whether the answer to this call may have waited.</summary>
    public static bool MayHaveWaited(HttpContext context) => context.Features.Get<AnswerLength>() is { Bytes: > LengthThatNeverWaits };

    /// <summary>Sends the answer of a call that has been handled and stays with its stream for as long as there is a connection.</summary>
    public async Task KeepAsync(HttpContext context)
    {
        // What was aborted is not used again anyway.
        if (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        await context.Response.CompleteAsync();
        if (Count(context) == MostOnOneConnection)
        {
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        }

        var closed = context.Features.Get<IConnectionLifetimeFeature>()?.ConnectionClosed ?? context.RequestAborted;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(closed, stopped);
        await Task.Delay(Timeout.Infinite, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Lets all of them go.</summary>
    public void Dispose()
    {
        if (stopped.IsCancellationRequested)
        {
            return;
        }

        stopping.Cancel();
        stopping.Dispose();
    }

    private static int Count(HttpContext context)
    {
        if (context.Features.Get<IConnectionItemsFeature>()?.Items is not { } items)
        {
            return 0;
        }

        lock (items)
        {
            var count = items.TryGetValue(CountKey, out var before) && before is int number ? number + 1 : 1;
            items[CountKey] = count;
            return count;
        }
    }

    private sealed class AnswerLength
    {
        public long Bytes { get; set; }
    }
}
