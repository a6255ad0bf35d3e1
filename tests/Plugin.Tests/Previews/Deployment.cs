using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Grpc.Core;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>One run over a program, in order: what each resource's turn gave.</summary>
internal sealed partial class Deployment(PluginUnderTest plugin, Dictionary<string, Deployment.Entry> state, bool isPreview, int run)
{
    /// <summary>Who serves the resource of that name, where it is another plugin.</summary>
    private Func<string, PluginUnderTest?> Other { get; init; } = _ => null;

    private readonly Dictionary<string, PropertyMap> outputs = [];

    public Dictionary<string, DiffResponse> Differences { get; } = [];

    /// <summary>The numbers of the refusals that were met, or foretold, by resource.</summary>
    public Dictionary<string, string> Refusals { get; } = [];

    /// <summary>Those of which a preview said that it cannot tell.</summary>
    public HashSet<string> Open { get; } = [];

    /// <summary>Those whose turn did not come, because one that they take an output of failed.</summary>
    public HashSet<string> Skipped { get; } = [];

    public List<string> Messages { get; } = [];

    public PropertyMap OutputsOf(string name) => outputs[name];

    public static Task<Deployment> PreviewAsync(PluginUnderTest plugin, Dictionary<string, Entry> state, params IEnumerable<Declared> program) =>
        new Deployment(plugin, state, isPreview: true, run: 1).RunAsync(program);

    /// <summary>The same of a program whose resources have several providers.</summary>
    public static Task<Deployment> PreviewAsync(
        PluginUnderTest plugin, Func<string, PluginUnderTest?> other, Dictionary<string, Entry> state, IEnumerable<Declared> program) =>
        new Deployment(plugin, state, isPreview: true, run: 1) { Other = other }.RunAsync(program);

    public static Task<Deployment> UpAsync(
        PluginUnderTest plugin, Func<string, PluginUnderTest?> other, Dictionary<string, Entry> state, IEnumerable<Declared> program) =>
        new Deployment(plugin, state, isPreview: false, run: 2) { Other = other }.RunAsync(program);

    public static Task<Deployment> UpAsync(PluginUnderTest plugin, Dictionary<string, Entry> state, params IEnumerable<Declared> program) =>
        new Deployment(plugin, state, isPreview: false, run: 2).RunAsync(program);

    /// <summary>The resource with its inputs, for people.</summary>
    public static string Describe(Declared resource) =>
        $"{resource.Name}: {Short().Replace(resource.Inputs((name, output) => $"<{name}.{output}>").ToString(), "…")}";

    /// <summary>What a preview told about the resource.</summary>
    public static IEnumerable<string> Told(PluginUnderTest plugin, string name) =>
        plugin.Engine.Logs.Where(log => !log.Ephemeral && log.Urn.EndsWith($"::{name}", StringComparison.Ordinal)).Select(log => log.Message);

    private async Task<Deployment> RunAsync(IEnumerable<Declared> program)
    {
        foreach (var resource in program)
        {
            var told = plugin.Engine.Logs.Count;
            if (IsHeldUp(resource))
            {
                Skipped.Add(resource.Name);
                continue;
            }

            try
            {
                await RunAsync(resource);
            }
            catch (RpcException refusal)
            {
                Refusals[resource.Name] = Number().Match(Reason(refusal)).Value;
                Messages.Add($"{resource.Name}: {Reason(refusal)}");
            }

            Messages.AddRange(
                plugin.Engine.Logs.Skip(told).Where(log => !log.Ephemeral).Select(log => $"  told about {resource.Name}: {log.Message}"));
            if (isPreview && plugin.Engine.Logs.Skip(told).Any(log => log.Message.Contains("cannot be told", StringComparison.Ordinal)))
            {
                Open.Add(resource.Name);
            }

            if (isPreview && plugin.Engine.Logs.Skip(told).FirstOrDefault(log => VerdictWords().IsMatch(log.Message)) is { } verdict)
            {
                Refusals[resource.Name] = Number().Match(verdict.Message).Value;
            }
        }

        return this;
    }

    private ResourceProviderClient ClientOf(string name) => (Other(name) ?? plugin).Client;

    private bool IsHeldUp(Declared resource)
    {
        var needs = new HashSet<string>();
        resource.Inputs((name, _) =>
        {
            needs.Add(name);
            return UnknownValue.Text;
        });
        return needs.Any(need => Refusals.ContainsKey(need) || Skipped.Contains(need));
    }

    private async Task RunAsync(Declared resource)
    {
        var urn = $"urn:pulumi:dev::trust::{PackageTokens.Of(resource.Type)}::{resource.Name}";
        var old = state.GetValueOrDefault(resource.Name);
        var program = resource.Inputs((name, output) => outputs[name].TryGetValue(output, out var value) ? value : UnknownValue.Text);
        var news = await CheckAsync(resource, urn, old?.Inputs ?? PropertyMap.Empty, program);
        if (old is null)
        {
            await CreateAsync(resource, urn, news);
            return;
        }

        old = old.IsReadFirst ? await ReadAsync(urn, old) : old;
        var diff = await ClientOf(resource.Name).DiffAsync(
            new DiffRequest { Id = old.Id, Urn = urn, Olds = Wire(old.Outputs), OldInputs = Wire(old.Inputs), News = Wire(news) }, default);
        Differences[resource.Name] = diff;
        outputs[resource.Name] = old.Outputs;
        if (diff.Replaces.Count > 0)
        {
            await ReplaceAsync(resource, urn, old, program, diff.DeleteBeforeReplace);
        }
        else if (diff.Changes == DiffResponse.Types.DiffChanges.DiffSome)
        {
            await UpdateAsync(resource, urn, old, news);
        }
    }

    private async Task ReplaceAsync(Declared resource, string urn, Entry old, PropertyMap program, bool deletesFirst)
    {
        var news = await CheckAsync(resource, urn, PropertyMap.Empty, program);
        var delete = new DeleteRequest { Id = old.Id, Urn = urn, Properties = Wire(old.Outputs), OldInputs = Wire(old.Inputs) };
        await (isPreview || !deletesFirst ? Task.CompletedTask : ClientOf(resource.Name).DeleteAsync(delete, default));
        await CreateAsync(resource, urn, news);
        await (isPreview || deletesFirst ? Task.CompletedTask : ClientOf(resource.Name).DeleteAsync(delete, default));
    }

    private async Task<PropertyMap> CheckAsync(Declared resource, string urn, PropertyMap olds, PropertyMap news)
    {
        var seed = new byte[32];
        seed[0] = (byte)run;
        var checkedInputs = await ClientOf(resource.Name).CheckAsync(
            new CheckRequest
            {
                Urn = urn,
                Name = resource.Name,
                Type = PackageTokens.Of(resource.Type),
                Olds = Wire(olds),
                News = Wire(news),
                RandomSeed = ByteString.CopyFrom(seed),
            },
            default);
        Assert.Empty(checkedInputs.Failures.Select(failure => string.Create(CultureInfo.InvariantCulture, $"{resource.Name}: {failure.Reason}")));
        return PropertyCodec.Decode(checkedInputs.Inputs);
    }

    private async Task<Entry> ReadAsync(string urn, Entry old)
    {
        var read = await ClientOf(PackageTokens.NameOf(urn)).ReadAsync(
            new ReadRequest { Id = old.Id, Urn = urn, Inputs = Wire(old.Inputs), Properties = Wire(old.Outputs) }, default);
        return read.Id.Length == 0 ? old : old with { Inputs = PropertyCodec.Decode(read.Inputs), Outputs = PropertyCodec.Decode(read.Properties) };
    }

    private async Task CreateAsync(Declared resource, string urn, PropertyMap news)
    {
        try
        {
            var request = new CreateRequest { Urn = urn, Properties = Wire(news), Preview = isPreview };
            var created = await ClientOf(resource.Name).CreateAsync(request, default);
            Keep(resource.Name, new Entry(created.Id, news, PropertyCodec.Decode(created.Properties), created.RefreshBeforeUpdate));
        }
        catch (RpcException failure) when (failure.Detail<ErrorResourceInitFailed>() is { } half)
        {
            Keep(resource.Name, new Entry(half.Id, news, PropertyCodec.Decode(half.Properties), half.RefreshBeforeUpdate));
            throw;
        }
    }

    private async Task UpdateAsync(Declared resource, string urn, Entry old, PropertyMap news)
    {
        var updated = await ClientOf(resource.Name).UpdateAsync(
            new UpdateRequest
            {
                Id = old.Id,
                Urn = urn,
                Olds = Wire(old.Outputs),
                OldInputs = Wire(old.Inputs),
                News = Wire(news),
                Preview = isPreview,
            },
            default);
        Keep(resource.Name, new Entry(old.Id, news, PropertyCodec.Decode(updated.Properties), updated.RefreshBeforeUpdate));
    }

    private void Keep(string name, Entry entry)
    {
        outputs[name] = entry.Outputs;
        if (!isPreview)
        {
            state[name] = entry;
        }
    }

    private static string Reason(RpcException refusal) =>
        refusal.Detail<ErrorResourceInitFailed>() is { Reasons: [var reason, ..] } ? reason : refusal.Message;

    private static Google.Protobuf.WellKnownTypes.Struct Wire(PropertyMap map) => PropertyCodec.Encode(map);

    [GeneratedRegex("[A-Za-z0-9+/=]{60,}|TextValue { Value = |ListValue { Items = System.Collections.Immutable.ImmutableArray")]
    private static partial Regex Short();

    [GeneratedRegex("The (update|check) would fail|the update would be refused")]
    private static partial Regex VerdictWords();

    [GeneratedRegex("PT[0-9]{4}")]
    private static partial Regex Number();

    internal sealed record Entry(string Id, PropertyMap Inputs, PropertyMap Outputs, bool IsReadFirst);
}
