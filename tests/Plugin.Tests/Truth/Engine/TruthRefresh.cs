using Grpc.Core;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary><c>pulumi refresh</c>: everything in the state is read, and what is gone is forgotten.</summary>
internal sealed class TruthRefresh(TruthState state, TruthCalls calls)
{
    /// <summary>Why some could not be read.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>What was found otherwise than it was.</summary>
    public List<string> Drift { get; } = [];

    public async Task RunAsync()
    {
        foreach (var entry in state.Entries.Where(entry => !entry.IsPendingReplacement).ToList())
        {
            try
            {
                await ReadAsync(entry);
            }
            catch (RpcException failure)
            {
                Failures.Add($"{entry.Key}: {failure.Status.Detail}");
            }
        }
    }

    private async Task ReadAsync(TruthEntry entry)
    {
        if (await calls.ReadAsync(entry) is not { } read)
        {
            Drift.Add($"{entry.Key} is gone");
            state.Forget(entry.Key);
            return;
        }

        await calls.ShowDriftAsync(read, entry.Inputs);
        Drift.AddRange(read.Inputs == entry.Inputs ? [] : [$"{entry.Key} is another"]);
        state.Keep(read);
    }
}
