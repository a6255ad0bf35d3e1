namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>The end of a run: old halves of replacements go, then what the program no longer holds, dependents first.</summary>
internal sealed class StackDeletion(StackState state, StackCalls calls, StackFailures failures)
{
    public async Task RunAsync(HashSet<string> program)
    {
        foreach (var entry in state.Replaced.ToList())
        {
            await failures.TryAsync(StackNode.Of(entry.Name), async () =>
            {
                await RemoveAsync(StackNode.Of(entry.Name), entry, []);
                state.Replaced.Remove(entry);
            });
        }

        var leaving = state.Names.Where(name => !program.Contains(name)).ToHashSet();
        foreach (var node in StackNode.All.Reverse().Where(node => leaving.Contains(node.Name)))
        {
            if (state.Find(node.Name) is { } entry && !failures.Stops && !HasDependent(node))
            {
                await failures.TryAsync(node, async () =>
                {
                    await RemoveAsync(node, entry, leaving);
                    state.Keep(node, null);
                });
            }
        }
    }

    /// <summary>Something that could not be deleted keeps what it stands on.</summary>
    private bool HasDependent(StackNode node) =>
        StackNode.All.Any(other => other.Needs.Contains(node.Name) && state.Find(other.Name) is { IsPendingReplacement: false });

    private async Task RemoveAsync(StackNode node, StackEntry entry, HashSet<string> leaving)
    {
        if (entry.Options.Protect)
        {
            throw new InvalidOperationException($"{node.Name} is protected.");
        }

        if (entry.IsPendingReplacement)
        {
            return;
        }

        if (entry.Options.RetainOnDelete || (entry.Options.DeletedWithNeed && node.Needs.Any(leaving.Contains)))
        {
            state.Abandoned.Add(entry);
            return;
        }

        await calls.DeleteAsync(node, entry);
    }
}
