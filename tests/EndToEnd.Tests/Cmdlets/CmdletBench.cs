using System.Text.Json.Nodes;
using PartnerTrust.CmdletSimulator.Installations;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Projects;
using PartnerTrust.Engines.Embedded;

namespace PartnerTrust.EndToEnd.Tests.Cmdlets;

/// <summary>A stack that the published plugin deploys through real shells, and the servers behind them, whose cmdlets and HTTPS are played. The
/// plugin is told of them by its configuration and its environment, as in production.</summary>
internal sealed class CmdletBench : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly PlayedInstallation played;

    private CmdletBench(PlayedInstallation played, string data) => (this.played, Data) = (played, data);

    public string Folder => folder.Path;

    /// <summary>Where the played servers keep what they have; the stack knows nothing of it.</summary>
    public string Data { get; }

    public string Transcript => folder.Combine("transcript.txt");

    public SimulatedWorld World => played.World;

    public EmbeddedEngine Servers => played.Engine;

    /// <summary>Found in the environment of every shell of this bench, and of no other.</summary>
    public string Mark => played.EnvironmentOf(Litware.Lync)[SimulatorServer.PipeVariable];

    public StringWriter Output { get; } = new();

    public static void Require()
    {
        Checkout.RequirePlugin();
        Skip.IfNot(OperatingSystem.IsLinux(), "Elsewhere no environment variable lends the plugin further authorities for TLS.");
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
    }

    /// <summary>Lync and Exchange as setup leaves them, and Ken's mailbox. The stack's program is one of the tests.</summary>
    public static Task<CmdletBench> OpenAsync() => OpenAsync("e2e", binary: null, settings: []);

    /// <summary>The same for an example, with the settings that it has.</summary>
    public static Task<CmdletBench> OpenAsync(string example, string assembly)
    {
        var project = ProjectFile.Load(Path.Combine(ExampleCheckout.Source, example));
        var binary = Path.Combine(Repository.Root, "artifacts", "bin", assembly, "debug", assembly + ".dll");
        return OpenAsync(project.Name, binary, CmdletSettings.OwnOf(example));
    }

    public DeploymentHost Host() => new(Options(), Output, TimeProvider.System, Interruption.None);

    public DeploymentHost Host(IProgram program) => new(ProjectFile.Load(Folder), program, Options(), Output, TimeProvider.System);

    public async Task<DeploymentResult> ExpectAsync(Task<DeploymentResult> command)
    {
        var result = await command;
        Assert.True(result.Succeeded, Output.ToString());
        return result;
    }

    /// <summary>Another value for a setting of the stack; null takes it out.</summary>
    public void Configure(string key, string? value)
    {
        var path = folder.Combine("Pulumi.dev.yaml");
        var settings = JsonNode.Parse(File.ReadAllText(path))!;
        settings["config"]![key] = value;
        if (value is null)
        {
            settings["config"]!.AsObject().Remove(key);
        }

        File.WriteAllText(path, settings.ToJsonString());
    }

    /// <summary>The plugin by hand, where and as the stack's plugin runs.</summary>
    public Task<(int Code, string Text)> PluginAsync(params string[] arguments) =>
        Tool.RunAsync(Checkout.Plugin, arguments, Folder, [.. played.Surroundings.Select(variable => (variable.Key, variable.Value))]);

    /// <summary>What <c>pulumi config --json</c> writes of this stack.</summary>
    public async Task<string> WriteConfigAsync()
    {
        var settings = StackConfiguration.Load(ProjectFile.Load(Folder), "dev").Values;
        var path = folder.Combine("config.json");
        await File.WriteAllTextAsync(path, new JsonObject(settings.Select(setting => KeyValuePair.Create(
            setting.Key, (JsonNode?)new JsonObject { ["value"] = setting.Value.Text, ["secret"] = setting.Value.IsSecret }))).ToJsonString());
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await played.DisposeAsync();
        folder.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private static async Task<CmdletBench> OpenAsync(string name, string? binary, IEnumerable<KeyValuePair<string, string>> settings)
    {
        Require();
        var data = Directory.CreateTempSubdirectory("partnertrust-e2e-").FullName;
        var bench = new CmdletBench(await CmdletSettings.OpenServersAsync(data), data);
        await File.WriteAllTextAsync(bench.folder.Combine("Pulumi.yaml"), ProjectText(name, binary));
        await File.WriteAllTextAsync(bench.folder.Combine("Pulumi.dev.yaml"), CmdletSettings.TextOf(bench.played, settings, bench.Transcript));
        return bench;
    }

    /// <summary>JSON is YAML.</summary>
    private static string ProjectText(string name, string? binary) => new JsonObject
    {
        ["name"] = name,
        ["runtime"] = new JsonObject
        {
            ["name"] = "dotnet",
            ["options"] = binary is null ? [] : new JsonObject { ["binary"] = binary },
        },
        ["plugins"] = new JsonObject
        {
            ["providers"] = new JsonArray(new JsonObject { ["name"] = "partnertrust", ["path"] = Path.GetDirectoryName(Checkout.Plugin) }),
        },
    }.ToJsonString();

    private HostOptions Options() => new()
    {
        Directory = Folder,
        StateDirectory = folder.Combine("state"),
        ShowsDiff = true,
        SkipsPreview = true,
        Environment = played.Surroundings,
    };
}
