using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PartnerTrust.Deployment.Projects;

namespace PartnerTrust.Demo.Stages;

/// <summary>The same program on the PowerShell engine. Only the cmdlets behind the shells are played, and the servers' HTTPS: the configuration names
/// how each server's shell is started, and the plugin's environment a proxy that leads to the servers.</summary>
internal sealed class PowerShellStage : IStage
{
    private const string Stack = "dev";
    private readonly PlayedServers servers;
    private readonly string transcript;

    private PowerShellStage(PlayedServers servers, string project, string data, string transcript)
    {
        (this.servers, Project, Data, this.transcript) = (servers, project, data, transcript);
        Surroundings = servers.Description["surroundings"]!.AsObject().ToImmutableDictionary(entry => entry.Key, entry => entry.Value!.ToString());
    }

    public string Project { get; }

    public string Data { get; }

    public ImmutableDictionary<string, string> Surroundings { get; }

    public IReadOnlyList<string> Introduction =>
    [
        "Engine: powerShell. The released plugin starts a real PowerShell for each server and runs the vendors' cmdlets there; what answers",
        "these cmdlets is a simulator that is generated from their reference pages, since no Lync and no Exchange Server is at hand. Documents are",
        "fetched and connections probed over HTTPS. The program is the same; its configuration says how the servers are reached.",
        $"The shells: {string.Join(' ', servers.Description["shell"]!.AsArray())}",
    ];

    public static async Task<PowerShellStage> OpenAsync(string root, string example, string work)
    {
        if (!OperatingSystem.IsLinux())
        {
            // Elsewhere no environment variable lends a process further authorities for TLS.
            throw new DemoException("the PowerShell engine is shown on Linux alone; the embedded one everywhere: make demo");
        }

        var settings = StackConfiguration.Load(ProjectFile.Load(example), Stack).Values
            .ToImmutableDictionary(setting => setting.Key, setting => setting.Value.Text);
        var data = Path.Combine(work, "data");
        var played = await PlayAsync(root, work, data, settings);
        var project = Directory.CreateDirectory(Path.Combine(work, "stack")).FullName;
        var transcript = Path.Combine(work, "transcript.txt");
        await File.WriteAllTextAsync(Path.Combine(project, "Pulumi.yaml"), ProjectText(root));
        await File.WriteAllTextAsync(Path.Combine(project, $"Pulumi.{Stack}.yaml"), SettingsText(settings, played, transcript));
        return new PowerShellStage(played, project, data, transcript);
    }

    public IReadOnlyList<string> Epilogue() => Transcript.Tell(transcript);

    public ValueTask DisposeAsync() => servers.DisposeAsync();

    private static async Task<PlayedServers> PlayAsync(string root, string work, string data, ImmutableDictionary<string, string> settings)
    {
        var file = Path.Combine(work, "servers.json");
        var installation = new JsonObject
        {
            ["servers"] = JsonNode.Parse(settings["partnertrust:servers"]),
            ["mailboxes"] = JsonNode.Parse(settings["partnertrust:mailboxes"]),
        };
        await File.WriteAllTextAsync(file, installation.ToJsonString());
        return await PlayedServers.StartAsync(Built(root, "PartnerTrust.CmdletSimulator.Host"), data, file);
    }

    /// <summary>JSON is YAML.</summary>
    private static string ProjectText(string root) => new JsonObject
    {
        ["name"] = "two-way-trust",
        ["runtime"] = new JsonObject
        {
            ["name"] = "dotnet",
            ["options"] = new JsonObject { ["binary"] = Built(root, "Example.TwoWayTrust") },
        },
        ["plugins"] = new JsonObject
        {
            ["providers"] = new JsonArray(new JsonObject { ["name"] = "partnertrust", ["path"] = Path.Combine(root, "bin") }),
        },
    }.ToJsonString();

    private static string SettingsText(ImmutableDictionary<string, string> settings, PlayedServers played, string transcript) => new JsonObject
    {
        ["config"] = new JsonObject(settings
            .SetItem("partnertrust:engine", "powerShell")
            .SetItem("partnertrust:transcript", transcript)
            .SetItem("partnertrust:servers", played.Description["servers"]!.ToJsonString())
            .Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value))),
    }.ToJsonString();

    private static string Built(string root, string assembly) => Path.Combine(root, "artifacts", "bin", assembly, "debug", assembly + ".dll");
}
