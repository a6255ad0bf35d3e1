using Grpc.Core;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>The end of an update: old halves of replacements go, then what the program no longer holds, dependents first.</summary>
internal sealed class TruthDeletion(TruthState state, TruthCalls calls, Dictionary<string, string> failures)
{
    /// <summary>Whether anything that the program no longer holds is gone.</summary>
    public bool HasRemoved { get; private set; }

    public async Task RunAsync(HashSet<string> program)
    {
        foreach (var entry in state.Replaced.ToList())
        {
            await TryAsync(entry, () => state.Replaced.Remove(entry));
        }

        foreach (var entry in DependentsFirst([.. state.Entries.Where(entry => !program.Contains(entry.Key))]))
        {
            var isNeeded = state.Entries.Any(other => other.Needs.Contains(entry.Key) && failures.ContainsKey(other.Key));
            await (isNeeded ? Task.CompletedTask : TryAsync(entry, () => Forget(entry)));
        }
    }

    private static List<TruthEntry> DependentsFirst(List<TruthEntry> entries)
    {
        List<TruthEntry> ordered = [];
        while (entries.Count > 0)
        {
            var free = entries.First(entry => !entries.Any(other => other.Needs.Contains(entry.Key)));
            ordered.Add(free);
            entries.Remove(free);
        }

        return ordered;
    }

    private void Forget(TruthEntry entry)
    {
        state.Forget(entry.Key);
        HasRemoved = true;
    }

    private async Task TryAsync(TruthEntry entry, Action done)
    {
        try
        {
            await (entry.IsPendingReplacement ? Task.CompletedTask : calls.DeleteAsync(entry));
            done();
        }
        catch (RpcException failure)
        {
            failures[entry.Key] = failure.Status.Detail;
        }
    }
}
