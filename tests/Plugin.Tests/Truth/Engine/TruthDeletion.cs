using Grpc.Core;
using PartnerTrust.Plugin.Tests.Truth.Closing;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>The end of an update: old halves of replacements go, then what the program no longer holds, dependents first.</summary>
internal sealed class TruthDeletion(TruthState state, TruthCalls calls, Dictionary<string, string> failures)
{
    /// <summary>Whether anything that the program no longer holds is gone.</summary>
    public bool HasRemoved { get; private set; }

    /// <summary>Told of each step when it is done.</summary>
    public Func<string, TruthMomentKind, Task> Done { get; init; } = (_, _) => Task.CompletedTask;

    public async Task RunAsync(HashSet<string> program)
    {
        foreach (var entry in state.Replaced.ToList())
        {
            await TryAsync(entry, TruthMomentKind.Operation, () => state.Replaced.Remove(entry));
        }

        var removed = DependentsFirst([.. state.Entries.Where(entry => !program.Contains(entry.Key))]);
        await (removed.Count > 0 ? Done("", TruthMomentKind.Program) : Task.CompletedTask);
        foreach (var entry in removed)
        {
            var isNeeded = state.Entries.Any(other => other.Needs.Contains(entry.Key) && failures.ContainsKey(other.Key));
            await (isNeeded ? Task.CompletedTask : TryAsync(entry, TruthMomentKind.Removal, () => Forget(entry)));
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

    private async Task TryAsync(TruthEntry entry, TruthMomentKind kind, Action done)
    {
        try
        {
            await (entry.IsPendingReplacement ? Task.CompletedTask : calls.DeleteAsync(entry));
            done();
            await Done(entry.Identity.Urn, kind);
        }
        catch (RpcException failure)
        {
            failures[entry.Key] = failure.Status.Detail;
        }
    }
}
