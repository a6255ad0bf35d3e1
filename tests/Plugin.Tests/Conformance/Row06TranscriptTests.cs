using System.Runtime.CompilerServices;
using Grpc.Core;
using PartnerTrust.Plugin.Tests.Lifecycle;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Conformance;

/// <summary>Rows 1, 5 and 6 of pulumi-protocol.md 8.1: the life of each resource as an engine once had it, replayed against this build.
/// <c>PARTNERTRUST_RECORD=1</c> writes the transcripts anew.</summary>
public sealed class Row06TranscriptTests
{
    /// <summary>What is done and then cannot be completed, where that can be: a mailbox is nobody's.</summary>
    private static readonly Dictionary<string, PropertyMap> HalfDone = new()
    {
        ["ConnectivityCheck"] = Programs.Check().Set("sipUri", "sip:nobody@litwareinc.com"),
    };

    public static TheoryData<string> Resources => [.. LifecycleTable.Rows.Select(row => row.Type)];

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task The_recorded_life_of_a_resource_goes_the_same_way_again(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var row = LifecycleTable.Rows.Single(row => row.Type == type);
        foreach (var (before, name, inputs) in row.Before)
        {
            await new ManagedResource(plugin, before, name).UpAsync(inputs);
        }

        var path = PathOf(type);
        if (Environment.GetEnvironmentVariable("PARTNERTRUST_RECORD") == "1")
        {
            await File.WriteAllLinesAsync(path, (await RecordAsync(plugin, row)).Select(line => line.ToString()));
            return;
        }

        var placeholders = new Placeholders();
        foreach (var (number, text) in (await File.ReadAllLinesAsync(path)).Index())
        {
            var recorded = TranscriptLine.Parse(text);
            var call = TranscriptCall.All.Single(known => known.Method == recorded.Method);
            placeholders.Hide(placeholders.Fill(recorded.Request));
            var response = placeholders.Hide(await call.ReplayAsync(plugin.Client, placeholders.Fill(recorded.Request)));
            Assert.True(recorded.Response == response, $"{type}, line {number + 1}, {recorded.Method}: {response}");
        }
    }

    private static async Task<IReadOnlyList<TranscriptLine>> RecordAsync(PluginUnderTest plugin, LifecycleRow row)
    {
        await using var recorder = await TranscriptRecorder.StartAsync(plugin.Client);
        var resource = new ManagedResource(recorder.Client, row.Type);
        await resource.PreviewAsync(row.Program);
        await resource.UpAsync(row.Program);
        await resource.DiffAsync(row.Program);
        await resource.RefreshAsync();
        await resource.PreviewAsync(row.Changed.Program);
        await resource.UpAsync(row.Changed.Program);
        await resource.RefreshAsync();
        await resource.UpAsync(row.Replaced.Program);
        await resource.DeleteAsync();
        if (HalfDone.TryGetValue(row.Type, out var halfDone))
        {
            await Assert.ThrowsAsync<RpcException>(() => new ManagedResource(recorder.Client, row.Type).CreateAsync(halfDone));
        }

        return recorder.Lines;
    }

    private static string PathOf(string type, [CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "Transcripts", $"{type}.jsonl");
}
