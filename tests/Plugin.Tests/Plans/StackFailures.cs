using System.Collections.Immutable;
using Grpc.Core;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>What failed in one run, and what must not be touched because of it.</summary>
internal sealed class StackFailures(StackCalls calls)
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
