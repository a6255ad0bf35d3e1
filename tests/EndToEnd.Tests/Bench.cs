using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Projects;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>A stack of its own: state and engine data in a folder that goes when the test ends.</summary>
internal sealed class Bench : IDisposable
{
    private readonly string project;

    public Bench(string project) => this.project = project;

    public string Folder { get; } = Directory.CreateTempSubdirectory("partnertrust-e2e-").FullName;

    public string Data => Path.Combine(Folder, "data");

    public StringWriter Output { get; } = new();

    /// <summary>A stack in which both servers and a mailbox are configured, for programs inside the test.</summary>
    public static Bench ForPrograms()
    {
        var bench = new Bench("");
        File.WriteAllText(Path.Combine(bench.Folder, "Pulumi.yaml"), $"""
            name: e2e
            runtime: dotnet
            plugins:
              providers:
                - name: partnertrust
                  path: {Path.GetDirectoryName(Checkout.Plugin)}
            """);
        foreach (var stack in new[] { "dev", "other" })
        {
            File.WriteAllText(Path.Combine(bench.Folder, $"Pulumi.{stack}.yaml"), $"""
                config:
                  partnertrust:servers:
                    - fqdn: {Litware.Lync}
                      product: LyncServer
                    - fqdn: {Litware.SecondLync}
                      product: LyncServer
                    - fqdn: {Litware.Exchange}
                      product: ExchangeServer
                """);
        }

        return bench;
    }

    public DeploymentHost Host() => new(Options(project), Output, TimeProvider.System, Interruption.None);

    public DeploymentHost Host(IProgram program, string stack = "dev") =>
        new(ProjectFile.Load(Folder), program, Options(Folder) with { Stack = stack }, Output, TimeProvider.System);

    public DeploymentHost Host(Func<TestStack, Task> program, string stack = "dev") => Host(new TestProgram(program), stack);

    /// <summary>A host that replaces one resource because the command line says so.</summary>
    public DeploymentHost HostReplacing(string urn, Func<TestStack, Task> program) => new(
        ProjectFile.Load(Folder), new TestProgram(program), Options(Folder) with { Targets = [urn], Replaces = [urn] }, Output, TimeProvider.System);

    /// <summary>With plugins that run already, by their ports.</summary>
    public DeploymentHost Host(Func<TestStack, Task> program, ImmutableDictionary<string, int> attached) =>
        new(ProjectFile.Load(Folder), new TestProgram(program), Options(Folder) with { Attached = attached }, Output, TimeProvider.System);

    public async Task LabAsync(params string[] arguments)
    {
        var (code, text) = await Tool.RunAsync(Checkout.Plugin, ["lab", .. arguments, "--data", Data], Folder);
        Assert.True(code == 0, text);
    }

    public static JsonArray Resources(DeploymentHost host) => (JsonArray)host.State.Export()["deployment"]!["resources"]!;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private HostOptions Options(string directory) => new()
    {
        Directory = directory,
        StateDirectory = Folder,
        ShowsDiff = true,
        SkipsPreview = true,
        Environment = ImmutableDictionary<string, string>.Empty.Add("PARTNERTRUST_DATA", Data),
    };
}
