using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PartnerTrust.Deployment.Projects;

namespace PartnerTrust.Deployment.Tests;

/// <summary>A project in a folder of its own, with the fake provider attached.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private Workshop(FakeProvider provider, string folder)
    {
        Provider = provider;
        Folder = folder;
        Options = new HostOptions
        {
            Directory = folder,
            StateDirectory = folder,
            PlaintextSecrets = true,
            SkipsPreview = true,
            Attached = ImmutableDictionary<string, int>.Empty.Add("fake", provider.Port),
        };
    }

    public FakeProvider Provider { get; }

    public string Folder { get; }

    public HostOptions Options { get; set; }

    public StringWriter Output { get; } = new();

    public static async Task<Workshop> OpenAsync() =>
        new(await FakeProvider.StartAsync(), Directory.CreateTempSubdirectory("partnertrust-deployment-").FullName);

    public Task<DeploymentResult> UpAsync(Func<TestStack, Task> program) => Host(program).UpAsync();

    public Task<DeploymentResult> PreviewAsync(Func<TestStack, Task> program) => Host(program).PreviewAsync();

    public Task<DeploymentResult> RefreshAsync() => Host(_ => Task.CompletedTask).RefreshAsync();

    public Task<DeploymentResult> DestroyAsync() => Host(_ => Task.CompletedTask).DestroyAsync();

    public DeploymentHost Host(Func<TestStack, Task> program, Interruption? interruption = null)
    {
        var project = new ProjectFile(
            Folder, "test", "dotnet", ImmutableDictionary<string, string>.Empty, null, ImmutableDictionary<string, string>.Empty, []);
        return new DeploymentHost(project, new TestProgram(program), Options, Output, TimeProvider.System, interruption);
    }

    /// <summary>A program in YAML instead of one inside the test.</summary>
    public DeploymentHost YamlHost(string program, string configuration = "")
    {
        File.WriteAllText(Path.Combine(Folder, "Pulumi.yaml"), $"name: test\nruntime: yaml\n{program}");
        File.WriteAllText(Path.Combine(Folder, "Pulumi.dev.yaml"), $"config:\n  fake:region: north\n{configuration}");
        return new DeploymentHost(ProjectFile.Load(Folder), null, Options, Output, TimeProvider.System);
    }

    public JsonNode? StateOf(string name) => (Host(_ => Task.CompletedTask).State.Export()["deployment"]!["resources"] as JsonArray)!
        .FirstOrDefault(resource => Urns.Name(resource!["urn"]!.ToString()) == name);

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
