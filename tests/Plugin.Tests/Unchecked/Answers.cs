using System.Collections.Concurrent;
using Grpc.Core;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tests.Unchecked;

/// <summary>Sends requests, and keeps those that were not answered as a plugin that knows what it does answers: rightly, or by a number.</summary>
internal sealed class Answers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> wrong = new();
    private int count;

    public async Task AskAsync(string what, Func<Task> call, params string[] named)
    {
        Interlocked.Increment(ref count);
        try
        {
            await call().WaitAsync(Patience);
        }
        catch (RpcException refusal)
        {
            Judge(what, refusal, named);
        }
    }

    public void AssertRight()
    {
        Assert.True(count > 0);
        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {count}:\n{string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(60))}");
    }

    private void Judge(string what, RpcException refusal, string[] named)
    {
        // A check that failed leaves a resource behind, and that has a form of its own.
        if (refusal.Detail<ErrorResourceInitFailed>() is not null)
        {
            return;
        }

        var told = Told(refusal);
        if (refusal.StatusCode == StatusCode.Unknown || !told.Contains("PT", StringComparison.Ordinal)
            || told.Contains("PT8001", StringComparison.Ordinal)
            || named.Any(name => !told.Contains(name, StringComparison.Ordinal)))
        {
            wrong.Enqueue($"{what}: {refusal.StatusCode} {told[..Math.Min(told.Length, 300)]}");
        }
    }

    /// <summary>The engine shows the message, and below it a line for each property.</summary>
    private static string Told(RpcException refusal) =>
        $"{refusal.Message} {string.Join(' ', refusal.Detail<InputPropertiesError>()?.Errors.Select(error => $"{error.PropertyPath}: {error.Reason}") ?? [])}";
}
