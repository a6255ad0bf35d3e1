using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>The calls about one resource, as the engine words them (pulumi-protocol.md 2.3 and 7.2).</summary>
internal sealed class TruthCalls(IReadOnlyList<IStartedPlugin> plugins, bool isPreview, byte run)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static string UrnOf(string type, string name) => $"urn:pulumi:dev::trust::{PackageTokens.Of(type)}::{name}";

    /// <summary>The checked inputs, or why there are none.</summary>
    public async Task<(PropertyMap Inputs, string? Failure)> CheckAsync(TruthResource resource, PropertyMap olds, PropertyMap program)
    {
        var seed = new byte[32];
        seed[0] = run;
        var reply = await plugins[resource.Provider].Client.CheckAsync(
            new CheckRequest
            {
                Urn = UrnOf(resource.Type, resource.Name),
                Name = resource.Name,
                Type = PackageTokens.Of(resource.Type),
                Olds = Wire(olds),
                News = Wire(program),
                RandomSeed = ByteString.CopyFrom(seed),
            },
            None);
        var failures = reply.Failures.Select(failure => failure.Reason).ToList();
        return (PropertyCodec.Decode(reply.Inputs ?? new Struct()), failures.Count == 0 ? null : string.Join("; ", failures));
    }

    public Task<DiffResponse> DiffAsync(TruthResource resource, TruthEntry old, PropertyMap news) => plugins[resource.Provider].Client.DiffAsync(
        new DiffRequest
        {
            Id = old.Id,
            Urn = UrnOf(resource.Type, resource.Name),
            Name = resource.Name,
            Type = PackageTokens.Of(resource.Type),
            Olds = Wire(old.Outputs),
            OldInputs = Wire(old.Inputs),
            News = Wire(news),
        },
        None);

    /// <summary>Null when there is no such thing any more.</summary>
    public async Task<TruthEntry?> ReadAsync(TruthEntry old)
    {
        var read = await plugins[old.Provider].Client.ReadAsync(
            new ReadRequest
            {
                Id = old.Id,
                Urn = UrnOf(old.Type, old.Name),
                Name = old.Name,
                Type = PackageTokens.Of(old.Type),
                Inputs = Wire(old.Inputs),
                Properties = Wire(old.Outputs),
            },
            None);
        return read.Id.Length == 0 ? null : old with
        {
            Id = read.Id,
            Inputs = PropertyCodec.Decode(read.Inputs),
            Outputs = PropertyCodec.Decode(read.Properties),
            IsReadFirst = read.RefreshBeforeUpdate,
        };
    }

    public async Task<TruthEntry> CreateAsync(TruthResource resource, PropertyMap news)
    {
        var created = await plugins[resource.Provider].Client.CreateAsync(
            new CreateRequest
            {
                Urn = UrnOf(resource.Type, resource.Name),
                Name = resource.Name,
                Type = PackageTokens.Of(resource.Type),
                Properties = Wire(news),
                Preview = isPreview,
            },
            None);
        return EntryOf(resource, created.Id, news, created.Properties, created.RefreshBeforeUpdate);
    }

    public async Task<TruthEntry> UpdateAsync(TruthResource resource, TruthEntry old, PropertyMap news)
    {
        var updated = await plugins[resource.Provider].Client.UpdateAsync(
            new UpdateRequest
            {
                Id = old.Id,
                Urn = UrnOf(resource.Type, resource.Name),
                Name = resource.Name,
                Type = PackageTokens.Of(resource.Type),
                Olds = Wire(old.Outputs),
                OldInputs = Wire(old.Inputs),
                News = Wire(news),
                Preview = isPreview,
            },
            None);
        return EntryOf(resource, old.Id, news, updated.Properties, updated.RefreshBeforeUpdate);
    }

    public Task DeleteAsync(TruthEntry old) => plugins[old.Provider].Client.DeleteAsync(
        new DeleteRequest
        {
            Id = old.Id,
            Urn = UrnOf(old.Type, old.Name),
            Name = old.Name,
            Type = PackageTokens.Of(old.Type),
            Properties = Wire(old.Outputs),
            OldInputs = Wire(old.Inputs),
        },
        None);

    public static TruthEntry EntryOf(TruthResource resource, string id, PropertyMap inputs, Struct outputs, bool isReadFirst) =>
        new(resource.Type, resource.Name, resource.Provider, id, inputs, PropertyCodec.Decode(outputs))
        {
            IsReadFirst = isReadFirst,
            Needs = resource.Needs(),
        };

    private static Struct Wire(PropertyMap map) => PropertyCodec.Encode(map);
}
