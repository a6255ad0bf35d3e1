using Google.Protobuf;
using Grpc.Core;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>The calls of one run to the plugin, of which one may be the last: it runs while the run is cancelled.</summary>
internal sealed class StackCalls(PluginUnderTest plugin, int? cancelAt)
{
    private int operations;

    public bool Cancelled { get; private set; }

    public async Task<PropertyMap> CheckAsync(StackNode node, PropertyMap olds, PropertyMap program)
    {
        var reply = await plugin.Client.CheckAsync(
            new CheckRequest
            {
                Urn = UrnOf(node),
                Name = node.Name,
                Type = PackageTokens.Of(node.Type),
                Olds = PropertyCodec.Encode(olds),
                News = PropertyCodec.Encode(program),
                RandomSeed = ByteString.CopyFrom(new byte[32]),
            },
            CancellationToken.None);
        return reply.Failures.Count == 0
            ? PropertyCodec.Decode(reply.Inputs)
            : throw new InvalidOperationException(string.Join("; ", reply.Failures.Select(failure => failure.Reason)));
    }

    public Task<DiffResponse> DiffAsync(StackNode node, StackEntry entry, PropertyMap news, IEnumerable<string> ignored) => plugin.Client.DiffAsync(
        new DiffRequest
        {
            Id = entry.Id,
            Urn = UrnOf(node),
            Olds = PropertyCodec.Encode(entry.Outputs),
            OldInputs = PropertyCodec.Encode(entry.Inputs),
            News = PropertyCodec.Encode(news),
            IgnoreChanges = { ignored },
        },
        CancellationToken.None);

    /// <summary>Null when there is no such thing any more.</summary>
    public async Task<StackEntry?> ReadAsync(StackNode node, StackEntry entry)
    {
        var read = await OperateAsync(() => plugin.Client.ReadAsync(
            new ReadRequest
            {
                Id = entry.Id,
                Urn = UrnOf(node),
                Inputs = PropertyCodec.Encode(entry.Inputs),
                Properties = PropertyCodec.Encode(entry.Outputs),
            },
            CancellationToken.None));
        return read.Id.Length == 0
            ? null
            : entry with
            {
                Id = read.Id,
                Inputs = PropertyCodec.Decode(read.Inputs),
                Outputs = PropertyCodec.Decode(read.Properties),
                RefreshBeforeUpdate = read.RefreshBeforeUpdate,
            };
    }

    public async Task<StackEntry> CreateAsync(StackNode node, PropertyMap inputs)
    {
        var created = await OperateAsync(() => plugin.Client.CreateAsync(
            new CreateRequest { Urn = UrnOf(node), Properties = PropertyCodec.Encode(inputs) }, CancellationToken.None));
        return new StackEntry(node.Name, created.Id, inputs, PropertyCodec.Decode(created.Properties), created.RefreshBeforeUpdate);
    }

    public async Task<StackEntry> UpdateAsync(StackNode node, StackEntry entry, PropertyMap news)
    {
        var updated = await OperateAsync(() => plugin.Client.UpdateAsync(
            new UpdateRequest
            {
                Id = entry.Id,
                Urn = UrnOf(node),
                Olds = PropertyCodec.Encode(entry.Outputs),
                OldInputs = PropertyCodec.Encode(entry.Inputs),
                News = PropertyCodec.Encode(news),
            },
            CancellationToken.None));
        return new StackEntry(node.Name, entry.Id, news, PropertyCodec.Decode(updated.Properties), updated.RefreshBeforeUpdate);
    }

    public Task DeleteAsync(StackNode node, StackEntry entry) => OperateAsync(() => plugin.Client.DeleteAsync(
        new DeleteRequest
        {
            Id = entry.Id,
            Urn = UrnOf(node),
            Properties = PropertyCodec.Encode(entry.Outputs),
            OldInputs = PropertyCodec.Encode(entry.Inputs),
        },
        CancellationToken.None));

    /// <summary>What the plugin kept of an operation that failed half-way; null when nothing.</summary>
    public static StackEntry? KeptOf(StackNode node, PropertyMap inputs, RpcException failure)
    {
        if (failure.Detail<ErrorResourceInitFailed>() is not { } kept)
        {
            return null;
        }

        return new StackEntry(node.Name, kept.Id, inputs, PropertyCodec.Decode(kept.Properties), kept.RefreshBeforeUpdate) { IsIncomplete = true };
    }

    private async Task<T> OperateAsync<T>(Func<Task<T>> operation)
    {
        if (operations++ != cancelAt)
        {
            return await operation();
        }

        var running = operation();
        Cancelled = true;
        await plugin.Client.CancelAsync(CancellationToken.None);
        return await running;
    }

    private static string UrnOf(StackNode node) => $"urn:pulumi:dev::trust::{PackageTokens.Of(node.Type)}::{node.Name}";
}
