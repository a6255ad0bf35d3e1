using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Operations;
using PartnerTrust.Deployment.Projects;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Commands.Planning;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>A stack that the deployment host deploys, over the plugin in this process: as with the real engine each command has a plugin of
/// its own.</summary>
internal sealed class DeployedStack : IAsyncDisposable
{
    private readonly JsonObject configuration = new()
    {
        ["partnertrust:servers"] = new JsonArray(
            Server(PluginUnderTest.Lync, "LyncServer"),
            Server(PluginUnderTest.SecondLync, "LyncServer", ("deployment", PluginUnderTest.SecondLync)),
            Server(PluginUnderTest.Exchange, "ExchangeServer"),
            Server(Litware.SharePoint, "SharePointServer", ("realm", "litwareinc.com")),
            Server(Litware.TokenServer, "TokenServer")),
        ["partnertrust:mailboxes"] = new JsonArray(new JsonObject
        {
            ["sipUri"] = PluginUnderTest.SipUri,
            ["smtpAddress"] = Litware.KenSmtp,
            ["server"] = PluginUnderTest.Exchange,
        }),
    };

    private readonly string folder = Folders.Make("stack");
    private readonly FarServers? remote;

    /// <param name="kind">On which engine its servers are.</param>
    public DeployedStack(EngineKind kind = EngineKind.Embedded)
    {
        Kind = kind;
        remote = FarServers.Of(kind);
        EngineFactory = remote is null ? null : remote.OpenAsync;
        Operator = remote ?? (IOperatorActions)new LabOperator(DataDirectory, Time);
    }

    public IOperatorActions Operator { get; }

    /// <summary>Null on the embedded engine.</summary>
    public FarServers? Servers => remote;

    public EngineKind Kind { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    /// <summary>Replaces the embedded engine.</summary>
    public TrustEngineFactory? EngineFactory { get; set; }

    public bool ShowsDiff { get; init; }

    /// <summary>What the last command printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>The stack's setting <c>servers</c>.</summary>
    public JsonArray Configured => (JsonArray)configuration["partnertrust:servers"]!;

    public JsonArray State => (JsonArray)HostOf(_ => Task.CompletedTask, 0, TextWriter.Null).State.Export()["deployment"]!["resources"]!;

    public Task<DeploymentResult> UpAsync(Func<TestStack, Task> program) => RunAsync(program, host => host.UpAsync());

    public Task<DeploymentResult> PreviewAsync(Func<TestStack, Task> program) => RunAsync(program, host => host.PreviewAsync());

    /// <summary>As <c>plan</c> does it, with this host in the place of the CLI.</summary>
    public Task<StackPlan.Planned> PlanAsync(Func<TestStack, Task> program)
    {
        var environment = new SessionEnvironment(PackageSchema.BuiltIn, Time, NullLoggerFactory.Instance, _ => null, folder)
        {
            MakeKey = KeyPool.Next,
        };
        var around = new CommandSurroundings(TextWriter.Null, TextWriter.Null, Time, NullLoggerFactory.Instance, _ => null);
        var host = new HostAsPulumi(port => HostOf(program, port, TextWriter.Null));
        return new StackPlan(around, environment, EngineFactory ?? EngineOpening.OpenAsync).MakeAsync(host, CancellationToken.None);
    }

    public Task<DeploymentResult> RefreshAsync() => RunAsync(_ => Task.CompletedTask, host => host.RefreshAsync());

    public Task<DeploymentResult> DestroyAsync() => RunAsync(_ => Task.CompletedTask, host => host.DestroyAsync());

    public Task<DeploymentResult> ImportAsync(string type, string name, string id) =>
        RunAsync(_ => Task.CompletedTask, host => host.ImportAsync([new ImportRequest(PackageTokens.Of(type), name, id)]));

    /// <summary>A command about the stack, in a process of its own: it finds the servers by the stack's file.</summary>
    public async Task<CommandRun> CommandAsync(params string[] arguments)
    {
        var settings = (JsonObject)configuration.DeepClone();
        settings["partnertrust:engine"] = Kind == EngineKind.Embedded ? EngineNames.Embedded : EngineNames.PowerShell;
        await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.yaml"), "name: trust\nruntime: dotnet\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.dev.yaml"), new JsonObject { ["config"] = settings }.ToJsonString());
        return await CommandRun.OfAsync([.. arguments, "--stack", "dev", "--cwd", folder], Time, openEngine: EngineFactory);
    }

    /// <summary>A plugin on the same servers, for those who change them past the stack.</summary>
    public async Task<T> BesideAsync<T>(Func<PluginUnderTest, Task<T>> work)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync(EngineFactory, folder, Time);
        return await work(plugin);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        if (remote is not null)
        {
            await remote.DisposeAsync();
        }
    }

    private string DataDirectory => Path.Combine(folder, ".partnertrust", "dev");

    private static JsonObject Server(string fqdn, string product, params (string Name, string Value)[] further)
    {
        var server = new JsonObject { ["fqdn"] = fqdn, ["product"] = product };
        foreach (var (name, value) in further)
        {
            server[name] = value;
        }

        return server;
    }

    private async Task<DeploymentResult> RunAsync(Func<TestStack, Task> program, Func<DeploymentHost, Task<DeploymentResult>> command)
    {
        await using var plugin = await PluginUnderTest.StartAsync(EngineFactory, folder, clock: Time);
        await using var output = new StringWriter();
        var result = await command(HostOf(program, plugin.Port, output));
        Output = output.ToString();
        return result;
    }

    private DeploymentHost HostOf(Func<TestStack, Task> program, int port, TextWriter output)
    {
        var project = new ProjectFile(
            folder, "trust", "dotnet", ImmutableDictionary<string, string>.Empty, null, ImmutableDictionary<string, string>.Empty, configuration);
        var options = new HostOptions
        {
            Directory = folder,
            StateDirectory = Path.Combine(folder, "state"),
            SkipsPreview = true,
            PlaintextSecrets = true,
            ShowsDiff = ShowsDiff,
            Attached = ImmutableDictionary<string, int>.Empty.Add("partnertrust", port),
        };
        return new DeploymentHost(project, new TestProgram(program), options, output, Time);
    }
}
