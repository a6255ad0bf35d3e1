using Google.Protobuf;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>One resource as the engine drives it: the calls of each command, in order (pulumi-protocol.md 7.2).</summary>
internal sealed class ManagedResource(ResourceProviderClient client, string type, string name = "it")
{
    private static readonly CancellationToken None = CancellationToken.None;

    public ManagedResource(PluginUnderTest plugin, string type, string name = "it")
        : this(plugin.Client, type, name)
    {
    }

    public string Urn { get; } = $"urn:pulumi:dev::trust::{PackageTokens.Of(type)}::{name}";

    public string Id { get; private set; } = "";

    public PropertyMap Inputs { get; private set; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; private set; } = PropertyMap.Empty;

    public bool Exists => Id.Length > 0;

    public async Task<CheckResponse> CheckAsync(PropertyMap program, PropertyMap? olds = null) => await client.CheckAsync(
        new CheckRequest
        {
            Urn = Urn,
            Name = name,
            Type = PackageTokens.Of(type),
            Olds = PropertyCodec.Encode(olds ?? Inputs),
            News = PropertyCodec.Encode(program),
            RandomSeed = ByteString.CopyFrom(new byte[32]),
        },
        None);

    public async Task<PropertyMap> CheckedAsync(PropertyMap program, PropertyMap? olds = null)
    {
        var response = await CheckAsync(program, olds);
        Assert.Empty(response.Failures.Select(failure => $"{failure.Property}: {failure.Reason}"));
        return PropertyCodec.Decode(response.Inputs);
    }

    public async Task<DiffResponse> DiffAsync(PropertyMap program, params string[] ignoreChanges)
    {
        var request = new DiffRequest
        {
            Id = Id,
            Urn = Urn,
            Olds = PropertyCodec.Encode(Outputs),
            OldInputs = PropertyCodec.Encode(Inputs),
            News = PropertyCodec.Encode(await CheckedAsync(program)),
        };
        request.IgnoreChanges.AddRange(ignoreChanges);
        return await client.DiffAsync(request, None);
    }

    /// <summary>The same resource, as the state has it, served by another process.</summary>
    public ManagedResource In(PluginUnderTest plugin) => new(plugin.Client, type, name) { Id = Id, Inputs = Inputs, Outputs = Outputs };

    /// <summary>Create, update or nothing, as the differences say; returns the differences, null after a create.</summary>
    public async Task<DiffResponse?> UpAsync(PropertyMap program, double timeout = 0)
    {
        if (!Exists)
        {
            await CreateAsync(await CheckedAsync(program, PropertyMap.Empty), timeout);
            return null;
        }

        var diff = await DiffAsync(program);
        if (diff.Replaces.Count > 0)
        {
            await ReplaceAsync(program, diff.DeleteBeforeReplace);
        }
        else if (diff.Changes == DiffResponse.Types.DiffChanges.DiffSome)
        {
            await UpdateAsync(program);
        }

        return diff;
    }

    public async Task UpdateAsync(PropertyMap program)
    {
        var news = await CheckedAsync(program);
        var updated = await client.UpdateAsync(UpdateOf(news, preview: false), None);
        (Inputs, Outputs) = (news, PropertyCodec.Decode(updated.Properties));
    }

    public async Task<PropertyMap> PreviewAsync(PropertyMap program)
    {
        var news = await CheckedAsync(program);
        return PropertyCodec.Decode(Exists
            ? (await client.UpdateAsync(UpdateOf(news, preview: true), None)).Properties
            : (await client.CreateAsync(new CreateRequest { Urn = Urn, Properties = PropertyCodec.Encode(news), Preview = true }, None)).Properties);
    }

    /// <summary>Reads, and answers what a refresh shows: the difference between what is now and what was declared.</summary>
    public async Task<DiffResponse?> RefreshAsync()
    {
        var declared = Inputs;
        var read = await client.ReadAsync(
            new ReadRequest { Id = Id, Urn = Urn, Inputs = PropertyCodec.Encode(Inputs), Properties = PropertyCodec.Encode(Outputs) }, None);
        if (read.Id.Length == 0)
        {
            Assert.Equal(new ReadResponse(), read);
            (Id, Inputs, Outputs) = ("", PropertyMap.Empty, PropertyMap.Empty);
            return null;
        }

        (Id, Inputs, Outputs) = (read.Id, PropertyCodec.Decode(read.Inputs), PropertyCodec.Decode(read.Properties));
        return await client.DiffAsync(
            new DiffRequest
            {
                Id = Id,
                Urn = Urn,
                Olds = PropertyCodec.Encode(Outputs),
                OldInputs = PropertyCodec.Encode(Inputs),
                News = PropertyCodec.Encode(declared),
            },
            None);
    }

    public async Task ImportAsync(string id)
    {
        var read = await client.ReadAsync(new ReadRequest { Id = id, Urn = Urn }, None);
        Assert.NotEqual("", read.Id);
        (Id, Inputs, Outputs) = (read.Id, PropertyCodec.Decode(read.Inputs), PropertyCodec.Decode(read.Properties));
    }

    public async Task<bool> IsThereAsync(string id) => (await client.ReadAsync(new ReadRequest { Id = id, Urn = Urn }, None)).Id.Length > 0;

    public async Task DeleteAsync()
    {
        await DeleteKeepingStateAsync();
        (Id, Inputs, Outputs) = ("", PropertyMap.Empty, PropertyMap.Empty);
    }

    public async Task UpAndDownAsync(PropertyMap program)
    {
        await UpAsync(program);
        await DeleteAsync();
    }

    public Task DeleteKeepingStateAsync() => client.DeleteAsync(
        new DeleteRequest { Id = Id, Urn = Urn, Properties = PropertyCodec.Encode(Outputs), OldInputs = PropertyCodec.Encode(Inputs) }, None);

    /// <summary>With inputs that were checked before, or should have been.</summary>
    public async Task CreateAsync(PropertyMap news, double timeout = 0)
    {
        var created = await client.CreateAsync(
            new CreateRequest { Urn = Urn, Properties = PropertyCodec.Encode(news), Timeout = timeout }, None);
        (Id, Inputs, Outputs) = (created.Id, news, PropertyCodec.Decode(created.Properties));
    }

    private async Task ReplaceAsync(PropertyMap program, bool deleteFirst)
    {
        if (deleteFirst)
        {
            await DeleteKeepingStateAsync();
        }

        var (oldId, oldOutputs, oldInputs) = (Id, Outputs, Inputs);
        await CreateAsync(await CheckedAsync(program, PropertyMap.Empty));
        if (!deleteFirst)
        {
            await client.DeleteAsync(
                new DeleteRequest
                {
                    Id = oldId,
                    Urn = Urn,
                    Properties = PropertyCodec.Encode(oldOutputs),
                    OldInputs = PropertyCodec.Encode(oldInputs),
                },
                None);
        }
    }

    private UpdateRequest UpdateOf(PropertyMap news, bool preview) => new()
    {
        Id = Id,
        Urn = Urn,
        Olds = PropertyCodec.Encode(Outputs),
        OldInputs = PropertyCodec.Encode(Inputs),
        News = PropertyCodec.Encode(news),
        Preview = preview,
    };
}
