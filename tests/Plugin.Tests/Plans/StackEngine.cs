using System.Collections.Immutable;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>A stack's state and the runs that change it, in the order in which the real engine asks (pulumi-protocol.md 7.1): a failed run
/// deletes nothing, what depends on a failed resource is left as it is, and a half-made resource is kept.</summary>
internal sealed class StackEngine
{
    private readonly Dictionary<string, StackEntry> state = [];
    private readonly List<StackEntry> replaced = [];

    public StackEntry? Find(string node) => state.GetValueOrDefault(node);

    /// <summary>Answers what failed.</summary>
    public async Task<ImmutableArray<string>> UpAsync(StackCalls calls, IReadOnlyDictionary<string, int> program, bool refresh)
    {
        var failures = new Failures(calls);
        if (refresh)
        {
            await RefreshAsync(calls, failures);
        }

        foreach (var node in StackNode.All.Where(node => program.ContainsKey(node.Name)))
        {
            if (!failures.Stops && !failures.Touches(node))
            {
                await failures.TryAsync(node, () => RegisterAsync(calls, node, SceneOf(node, program)));
            }
        }

        if (failures.Found.IsEmpty)
        {
            await DeleteAsync(calls, failures, program.Keys.ToHashSet());
        }

        return failures.Found;
    }

    public async Task<ImmutableArray<string>> DestroyAsync(StackCalls calls)
    {
        var failures = new Failures(calls);
        await DeleteAsync(calls, failures, []);
        return failures.Found;
    }

    /// <summary>Answers what a preview would show; with a refresh, also what the refresh would.</summary>
    public async Task<ImmutableArray<string>> PreviewAsync(StackCalls calls, IReadOnlyDictionary<string, int> program, bool refresh)
    {
        var shown = ImmutableArray.CreateBuilder<string>();
        shown.AddRange(state.Keys.Except(program.Keys).Select(name => $"delete {name}"));
        shown.AddRange(replaced.Select(entry => $"delete replaced {entry.Name}"));
        foreach (var node in StackNode.All.Where(node => program.ContainsKey(node.Name)))
        {
            var entry = Find(node.Name);
            entry = entry is not null && (refresh || entry.RefreshBeforeUpdate) ? await calls.ReadAsync(node, entry) : entry;
            if (entry is null or { IsIncomplete: true } or { IsPendingReplacement: true })
            {
                shown.Add($"make {node.Name}");
                continue;
            }

            var news = await calls.CheckAsync(node, entry.Inputs, node.Inputs(SceneOf(node, program)));
            var diff = await calls.DiffAsync(node, entry, news);
            if (diff.Changes != DiffResponse.Types.DiffChanges.DiffNone)
            {
                shown.Add($"change {node.Name}: {string.Join(", ", diff.DetailedDiff.Keys)}");
            }
        }

        return shown.ToImmutable();
    }

    private async Task RefreshAsync(StackCalls calls, Failures failures)
    {
        foreach (var node in StackNode.All)
        {
            if (Find(node.Name) is { IsPendingReplacement: false } entry && !failures.Stops)
            {
                await failures.TryAsync(node, async () => Keep(node, await calls.ReadAsync(node, entry)));
            }
        }
    }

    private async Task RegisterAsync(StackCalls calls, StackNode node, NodeScene scene)
    {
        var old = Find(node.Name);
        if (old is { RefreshBeforeUpdate: true, IsPendingReplacement: false })
        {
            old = await calls.ReadAsync(node, old);
            Keep(node, old);
        }

        var inputs = node.Inputs(scene);
        var news = await calls.CheckAsync(node, old?.Inputs ?? PropertyMap.Empty, inputs);
        if (old is null or { IsPendingReplacement: true })
        {
            await MakeAsync(calls, node, await calls.CheckAsync(node, PropertyMap.Empty, inputs));
            return;
        }

        var diff = await calls.DiffAsync(node, old, news);
        if (diff.Replaces.Count > 0)
        {
            await ReplaceAsync(calls, node, old, inputs, diff.DeleteBeforeReplace);
        }
        else if (old.IsIncomplete || diff.Changes == DiffResponse.Types.DiffChanges.DiffSome)
        {
            await KeepAsync(node, news, () => calls.UpdateAsync(node, old, news));
        }
        else
        {
            Keep(node, old with { Inputs = news });
        }
    }

    private async Task ReplaceAsync(StackCalls calls, StackNode node, StackEntry old, PropertyMap inputs, bool deleteFirst)
    {
        var news = await calls.CheckAsync(node, PropertyMap.Empty, inputs);
        if (deleteFirst)
        {
            await calls.DeleteAsync(node, old);
            Keep(node, old with { IsPendingReplacement = true });
            await MakeAsync(calls, node, news);
            return;
        }

        await MakeAsync(calls, node, news);
        replaced.Add(old);
    }

    private Task MakeAsync(StackCalls calls, StackNode node, PropertyMap news) => KeepAsync(node, news, () => calls.CreateAsync(node, news));

    private async Task KeepAsync(StackNode node, PropertyMap news, Func<Task<StackEntry>> operation)
    {
        try
        {
            Keep(node, await operation());
        }
        catch (RpcException failure) when (StackCalls.KeptOf(node, news, failure) is { } kept)
        {
            Keep(node, kept);
            throw;
        }
    }

    private async Task DeleteAsync(StackCalls calls, Failures failures, HashSet<string> program)
    {
        foreach (var entry in replaced.ToList())
        {
            await failures.TryAsync(StackNode.Of(entry.Name), async () =>
            {
                await calls.DeleteAsync(StackNode.Of(entry.Name), entry);
                replaced.Remove(entry);
            });
        }

        foreach (var node in StackNode.All.Reverse().Where(node => !program.Contains(node.Name)))
        {
            if (Find(node.Name) is { } entry && !failures.Stops)
            {
                await failures.TryAsync(node, async () =>
                {
                    await (entry.IsPendingReplacement ? Task.CompletedTask : calls.DeleteAsync(node, entry));
                    Keep(node, null);
                });
            }
        }
    }

    private NodeScene SceneOf(StackNode node, IReadOnlyDictionary<string, int> program) => new(
        program[node.Name], program.Keys.ToHashSet(), name => Find(name)?.Outputs ?? PropertyMap.Empty);

    private void Keep(StackNode node, StackEntry? entry)
    {
        if (entry is null)
        {
            state.Remove(node.Name);
        }
        else
        {
            state[node.Name] = entry;
        }
    }

    private sealed class Failures(StackCalls calls)
    {
        private readonly HashSet<string> nodes = [];

        public ImmutableArray<string> Found { get; private set; } = [];

        public bool Stops => calls.Cancelled;

        public bool Touches(StackNode node) =>
            nodes.Contains(node.Name) || node.Needs.Any(need => nodes.Contains(need) || Touches(StackNode.Of(need)));

        public async Task TryAsync(StackNode node, Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (Exception failure) when (failure is RpcException or InvalidOperationException)
            {
                nodes.Add(node.Name);
                Found = Found.Add($"{node.Name}: {failure.Message}");
            }
        }
    }
}
