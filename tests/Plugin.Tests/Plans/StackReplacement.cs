using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>The first half of a replacement that begins with the deletion: what would have to be replaced with it is deleted before it, in
/// reverse order.</summary>
internal sealed class StackReplacement(StackState state, StackCalls calls)
{
    public async Task DeleteAsync(StackNode node, StackEntry old)
    {
        var doomed = await DependentsAsync(node);
        if (doomed.Find(dependent => dependent.Entry.Options.Protect).Entry is { } kept)
        {
            throw new InvalidOperationException($"{kept.Name} is protected and would have to be replaced with {node.Name}.");
        }

        foreach (var (dependent, entry) in Enumerable.Reverse(doomed).Append((node, old)))
        {
            await RemoveAsync(dependent, entry);
            state.Keep(dependent, entry with { IsPendingReplacement = true });
        }
    }

    private async Task RemoveAsync(StackNode node, StackEntry entry)
    {
        if (entry.Options.RetainOnDelete)
        {
            state.Abandoned.Add(entry);
            return;
        }

        await calls.DeleteAsync(node, entry);
    }

    /// <summary>Those that say, asked with what they take from doomed ones unknown, that they would be replaced.</summary>
    private async Task<List<(StackNode Node, StackEntry Entry)>> DependentsAsync(StackNode root)
    {
        List<(StackNode Node, StackEntry Entry)> doomed = [];
        foreach (var node in StackNode.All)
        {
            var taken = node.From.Where(from => from.Node == root.Name || doomed.Any(dependent => dependent.Node.Name == from.Node)).ToList();
            if (taken.Count == 0 || state.Find(node.Name) is not { IsPendingReplacement: false } entry)
            {
                continue;
            }

            var unknown = taken.Aggregate(entry.Inputs, (inputs, from) => inputs.Set(from.Input, UnknownValue.Text));
            if ((await calls.DiffAsync(node, entry, await calls.CheckAsync(node, entry.Inputs, unknown), [])).Replaces.Count > 0)
            {
                doomed.Add((node, entry));
            }
        }

        return doomed;
    }
}
