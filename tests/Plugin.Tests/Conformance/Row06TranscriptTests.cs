using System.Runtime.CompilerServices;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Conformance;

/// <summary>Rows 1, 5 and 6 of pulumi-protocol.md 8.1: the life of each resource as an engine once had it, replayed against this build.
/// <c>PARTNERTRUST_RECORD=1</c> writes the transcripts anew.</summary>
public sealed class Row06TranscriptTests
{
    private static readonly Dictionary<string, (PropertyMap Program, PropertyMap Changed)> Lives = new()
    {
        ["CertificateBinding"] = (Programs.Certificate(PluginUnderTest.Lync), Programs.Certificate(PluginUnderTest.Lync, validityDays: 365)),
        ["AuthMetadataEndpoint"] = (
            Programs.Endpoint(PluginUnderTest.Exchange), Programs.Endpoint(PluginUnderTest.Exchange).Set("trustAnySslCertificate", true)),
        ["PartnerApplication"] = (Programs.Partner(), Programs.Partner().Set("enabled", false)),
        ["OAuthConfiguration"] = (
            Programs.OAuth(), Programs.OAuth().Set("exchangeAutodiscoverAllowedDomains", ListValue.Of(["*.litwareinc.com"]))),
        ["AuthorizationServer"] = (Programs.TokenServer(), Programs.TokenServer().Set("realm", "fabrikam.com")),
        ["ConnectivityCheck"] = (Programs.Check(), Programs.Check().Set("method", "probe")),
    };

    public static TheoryData<string> Resources => [.. Lives.Keys];

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task The_recorded_life_of_a_resource_goes_the_same_way_again(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await PrepareAsync(plugin, type);
        var path = PathOf(type);
        if (Environment.GetEnvironmentVariable("PARTNERTRUST_RECORD") == "1")
        {
            await File.WriteAllLinesAsync(path, (await RecordAsync(plugin, type)).Select(line => line.ToString()));
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

    private static async Task PrepareAsync(PluginUnderTest plugin, string type)
    {
        if (type is "CertificateBinding" or "OAuthConfiguration")
        {
            return;
        }

        await Programs.EstablishTrustAsync(plugin);
        if (type is "ConnectivityCheck")
        {
            await Programs.RegisterPartnersAsync(plugin);
        }
    }

    private static async Task<IReadOnlyList<TranscriptLine>> RecordAsync(PluginUnderTest plugin, string type)
    {
        await using var recorder = await TranscriptRecorder.StartAsync(plugin.Client);
        var (program, changed) = Lives[type];
        var resource = new ManagedResource(recorder.Client, type);
        await resource.PreviewAsync(program);
        await resource.UpAsync(program);
        await resource.DiffAsync(program);
        await resource.RefreshAsync();
        await resource.PreviewAsync(changed);
        await resource.UpAsync(changed);
        await resource.RefreshAsync();
        await resource.DeleteAsync();
        return recorder.Lines;
    }

    private static string PathOf(string type, [CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "Transcripts", $"{type}.jsonl");
}
