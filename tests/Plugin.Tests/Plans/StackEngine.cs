using System.Collections.Immutable;
using Grpc.Core;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>A stack's state and the runs that change it, in the order in which the real engine asks (pulumi-protocol.md 7.1): a failed run
/// deletes nothing, what depends on a failed resource is left as it is, and a half-made resource is kept.</summary>
internal sealed class StackEngine
{
    private readonly StackState state = new();

    /// <summary>What is there and in no state any more, as its options wanted.</summary>
    public IReadOnlyList<StackEntry> Abandoned => state.Abandoned;

    public StackEntry? Find(string node) => state.Find(node);

    /// <summary>Answers what failed.</summary>
    public async Task<ImmutableArray<string>> UpAsync(StackCalls calls, IReadOnlyDictionary<string, Declaration> program, bool refresh)
    {
        var failures = new StackFailures(calls);
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
            await new StackDeletion(state, calls, failures).RunAsync(program.Keys.ToHashSet());
        }

        return failures.Found;
    }

    public async Task<ImmutableArray<string>> DestroyAsync(StackCalls calls)
    {
        var failures = new StackFailures(calls);
        await new StackDeletion(state, calls, failures).RunAsync([]);
        return failures.Found;
    }

    /// <summary>Answers what a preview would show; with a refresh, also what the refresh would.</summary>
    public async Task<ImmutableArray<string>> PreviewAsync(StackCalls calls, IReadOnlyDictionary<string, Declaration> program, bool refresh)
    {
        var shown = ImmutableArray.CreateBuilder<string>();
        shown.AddRange(state.Names.Except(program.Keys).Select(name => $"delete {name}"));
        shown.AddRange(state.Replaced.Select(entry => $"delete replaced {entry.Name}"));
        foreach (var node in StackNode.All.Where(node => program.ContainsKey(node.Name)))
        {
            var entry = Find(node.Name);
            entry = entry is not null && (refresh || entry.RefreshBeforeUpdate) ? await calls.ReadAsync(node, entry) : entry;
            if (entry is null or { IsIncomplete: true } or { IsPendingReplacement: true })
            {
                shown.Add($"make {node.Name}");
                continue;
            }

            var inputs = Declared(node, SceneOf(node, program), entry);
            var diff = await calls.DiffAsync(node, entry, await calls.CheckAsync(node, entry.Inputs, inputs), IgnoredBy(node, program[node.Name]));
            if (diff.Changes != DiffResponse.Types.DiffChanges.DiffNone)
            {
                shown.Add($"change {node.Name}: {string.Join(", ", diff.DetailedDiff.Keys)}");
            }
        }

        return shown.ToImmutable();
    }

    /// <summary>The stack's owner no longer protects or retains anything.</summary>
    public void LetGo() => state.LetGo();

    private async Task RefreshAsync(StackCalls calls, StackFailures failures)
    {
        foreach (var node in StackNode.All)
        {
            if (Find(node.Name) is { IsPendingReplacement: false } entry && !failures.Stops)
            {
                await failures.TryAsync(node, async () => state.Keep(node, await calls.ReadAsync(node, entry)));
            }
        }
    }

    private async Task RegisterAsync(StackCalls calls, StackNode node, NodeScene scene)
    {
        var old = Find(node.Name);
        if (old is { RefreshBeforeUpdate: true, IsPendingReplacement: false })
        {
            old = await calls.ReadAsync(node, old);
            state.Keep(node, old);
        }

        var inputs = Declared(node, scene, old);
        var news = await calls.CheckAsync(node, old?.Inputs ?? PropertyMap.Empty, inputs);
        if (old is null or { IsPendingReplacement: true })
        {
            await MakeAsync(calls, node, scene, await calls.CheckAsync(node, PropertyMap.Empty, inputs));
            return;
        }

        var diff = await calls.DiffAsync(node, old, news, IgnoredBy(node, scene.Declared));
        if (diff.Replaces.Count > 0)
        {
            await ReplaceAsync(calls, node, scene, old, inputs, diff.DeleteBeforeReplace || scene.Declared.Options.DeleteFirst);
        }
        else if (old.IsIncomplete || diff.Changes == DiffResponse.Types.DiffChanges.DiffSome)
        {
            await KeepAsync(node, scene, news, () => calls.UpdateAsync(node, old, news));
        }
        else
        {
            state.Keep(node, old with { Inputs = news, Options = scene.Declared.Options });
        }
    }

    private async Task ReplaceAsync(StackCalls calls, StackNode node, NodeScene scene, StackEntry old, PropertyMap inputs, bool deleteFirst)
    {
        if (old.Options.Protect && scene.Declared.Options.Protect)
        {
            throw new InvalidOperationException($"{node.Name} is protected and would have to be replaced.");
        }

        var news = await calls.CheckAsync(node, PropertyMap.Empty, inputs);
        if (deleteFirst)
        {
            await new StackReplacement(state, calls).DeleteAsync(node, old);
            await MakeAsync(calls, node, scene, news);
            return;
        }

        await MakeAsync(calls, node, scene, news);
        state.Replaced.Add(old);
    }

    private Task MakeAsync(StackCalls calls, StackNode node, NodeScene scene, PropertyMap news) =>
        KeepAsync(node, scene, news, () => calls.CreateAsync(node, news));

    private async Task KeepAsync(StackNode node, NodeScene scene, PropertyMap news, Func<Task<StackEntry>> operation)
    {
        try
        {
            state.Keep(node, await operation() with { Options = scene.Declared.Options });
        }
        catch (RpcException failure) when (StackCalls.KeptOf(node, news, failure) is { } kept)
        {
            state.Keep(node, kept with { Options = scene.Declared.Options });
            throw;
        }
    }

    /// <summary>What the program writes, with what it leaves to others as it was.</summary>
    private static PropertyMap Declared(StackNode node, NodeScene scene, StackEntry? old)
    {
        var inputs = node.Inputs(scene);
        return old is null or { IsPendingReplacement: true }
            ? inputs
            : IgnoredBy(node, scene.Declared).Aggregate(
                inputs, (left, ignored) => old.Inputs.TryGetValue(ignored, out var kept) ? left.Set(ignored, kept) : left.Remove(ignored));
    }

    private static ImmutableArray<string> IgnoredBy(StackNode node, Declaration declared) => declared.Options.Ignores ? [node.Ignored] : [];

    private NodeScene SceneOf(StackNode node, IReadOnlyDictionary<string, Declaration> program) => new(
        program[node.Name],
        program.Keys.ToHashSet(),
        Find(node.Name) is { IsPendingReplacement: false },
        name => Find(name)?.Outputs ?? PropertyMap.Empty);
}
