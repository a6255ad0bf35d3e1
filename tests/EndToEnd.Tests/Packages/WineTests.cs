using Newtonsoft.Json.Linq;
using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Output;

namespace PartnerTrust.EndToEnd.Tests.Packages;

/// <summary>The packed plugin for Windows under Wine, where <c>.ci/smoke-wine</c> has made it ready. Wine serves no TLS, so that an update ends
/// there.</summary>
[Trait("Package", "Wine")]
public sealed class WineTests : IDisposable
{
    private static readonly string? Wine = Environment.GetEnvironmentVariable("PARTNERTRUST_WINE");

    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public async Task It_tells_its_version_and_its_schema()
    {
        var (plugin, version) = await InstallAsync();

        Assert.Equal((0, version), Trimmed(await Tool.RunAsync(plugin, ["--version"], folder.Path)));
        var (code, schema) = await Tool.RunAsync(plugin, ["schema"], folder.Path);
        Assert.Equal(0, code);
        Assert.Equal("partnertrust", (string?)JObject.Parse(schema)["name"]);
    }

    [SkippableFact]
    public async Task What_it_writes_into_a_file_is_UTF_8()
    {
        var (plugin, _) = await InstallAsync();

        var (code, text) = await Tool.RunAsync(plugin, ["explain", "PT5025"], folder.Path);

        Assert.Equal(0, code);
        Assert.DoesNotContain('�', text);
    }

    [SkippableFact]
    public async Task It_proves_a_preview_keeps_what_an_update_made_and_says_why_it_went_no_further()
    {
        await InstallAsync();
        using var checkout = new ExampleCheckout(folder.Path);

        var preview = await checkout.ExpectAsync(checkout.Host("two-way-trust").PreviewAsync());
        Assert.Contains(MessagesOf(preview), message => message.Contains("1 would hold, 0 would fail", StringComparison.Ordinal));

        var up = await checkout.Host("two-way-trust").UpAsync();
        Assert.All(
            up.Log.Diagnostics.Where(said => said.Severity == DiagnosticSeverity.Error),
            said => Assert.StartsWith("PT8017: ", said.Message, StringComparison.Ordinal));

        await checkout.ExpectAsync(checkout.Host("two-way-trust").RefreshAsync());
        await checkout.ExpectAsync(checkout.Host("two-way-trust").DestroyAsync());
        await EmulatedServers.AssertEmptyAsync(checkout.Data("two-way-trust"));
    }

    private static IEnumerable<string> MessagesOf(DeploymentResult result) => result.Log.Diagnostics.Select(said => said.Message);

    private static (int Code, string Text) Trimmed((int Code, string Text) answer) => (answer.Code, answer.Text.Trim());

    /// <summary>A program in the folder that starts the unpacked one; and the version that it is to have.</summary>
    private async Task<(string Program, string Version)> InstallAsync()
    {
        Skip.If(Wine is null, "Wine is not made ready: run .ci/smoke-wine.");
        var packed = PackedPlugin.All.SingleOrDefault(plugin => plugin.Platform == "windows-amd64");
        Skip.If(packed is null, "Nothing is packed: run make package.");
        var unpacked = Directory.CreateDirectory(folder.Combine("unpacked")).FullName;
        await packed!.UnpackAsync(unpacked);
        var program = folder.Combine("pulumi-resource-partnertrust");
        Emulation.WriteStarter(program, Wine!, Path.Combine(unpacked, packed.Program));
        return (program, packed.Version);
    }
}
