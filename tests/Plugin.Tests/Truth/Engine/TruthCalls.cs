using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>The calls about one resource, as the engine words them (pulumi-protocol.md 2.3 and 7.2).</summary>
/// <param name="plugins">One for each provider resource.</param>
/// <param name="isPreview">Whether creates, updates and calls of functions are only previewed.</param>
/// <param name="round">The same for a preview and its update, as when the engine follows a plan: else names that are made differ.</param>
internal sealed class TruthCalls(IReadOnlyList<IStartedPlugin> plugins, bool isPreview, byte round)
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The checked inputs, or why there are none.</summary>
    public async Task<(PropertyMap Inputs, string? Failure)> CheckAsync(TruthResource resource, PropertyMap olds, PropertyMap program)
    {
        var seed = new byte[32];
        seed[0] = round;
        var reply = await plugins[resource.Provider].Client.CheckAsync(
            new CheckRequest
            {
                Urn = resource.Identity.Urn,
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
            Urn = resource.Identity.Urn,
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
                Urn = old.Identity.Urn,
                Name = old.Identity.Name,
                Type = PackageTokens.Of(old.Identity.Type),
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
                Urn = resource.Identity.Urn,
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
                Urn = resource.Identity.Urn,
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
            Urn = old.Identity.Urn,
            Name = old.Identity.Name,
            Type = PackageTokens.Of(old.Identity.Type),
            Properties = Wire(old.Outputs),
            OldInputs = Wire(old.Inputs),
        },
        None);

    /// <summary>The answer of a function.</summary>
    public async Task<(PropertyMap Answer, string? Failure)> InvokeAsync(TruthResource function, PropertyMap arguments)
    {
        var reply = await plugins[function.Provider].Client.InvokeAsync(
            new InvokeRequest { Tok = PackageTokens.Of(function.Type), Args = Wire(arguments), Preview = isPreview }, None);
        var failures = reply.Failures.Select(failure => failure.Reason).ToList();
        return (PropertyCodec.Decode(reply.Return ?? new Struct()), failures.Count == 0 ? null : string.Join("; ", failures));
    }

    /// <summary>What a refresh shows: the difference between what is now and what was declared.</summary>
    public Task ShowDriftAsync(TruthEntry now, PropertyMap declared) => plugins[now.Provider].Client.DiffAsync(
        new DiffRequest
        {
            Id = now.Id,
            Urn = now.Identity.Urn,
            Name = now.Identity.Name,
            Type = PackageTokens.Of(now.Identity.Type),
            Olds = Wire(now.Outputs),
            OldInputs = Wire(now.Inputs),
            News = Wire(declared),
        },
        None);

    /// <summary>Lets a component register its children with a monitor.</summary>
    public async Task<PropertyMap> ConstructAsync(TruthResource component, PropertyMap inputs, string monitor)
    {
        var response = await plugins[component.Provider].Client.ConstructAsync(
            new ConstructRequest
            {
                Project = "trust",
                Stack = "dev",
                Type = PackageTokens.Of(component.Type),
                Name = component.Name,
                Inputs = Wire(inputs),
                DryRun = isPreview,
                MonitorEndpoint = monitor,
            },
            None);
        return PropertyCodec.Decode(response.State);
    }

    public static TruthEntry EntryOf(TruthResource resource, string id, PropertyMap inputs, Struct outputs, bool isReadFirst) =>
        new(resource.Identity, resource.Provider, id, inputs, PropertyCodec.Decode(outputs))
        {
            IsReadFirst = isReadFirst,
            Needs = resource.Needs(),
        };

    private static Struct Wire(PropertyMap map) => PropertyCodec.Encode(map);
}
