using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Projects;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.Plans;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.Tests.Situations;

/// <summary>A stack in YAML, deployed by the deployment host over the plugin in this process.</summary>
internal sealed partial class SituationStack : IAsyncDisposable
{
    private readonly string folder = Folders.Make("situation");

    public SituationStack(string program) => File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), program);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    public string DataDirectory => Path.Combine(folder, ".partnertrust", "dev");

    /// <summary>What the last command printed.</summary>
    public string Output { get; private set; } = "";

    public Task<DeploymentResult> PreviewAsync() => RunAsync(host => host.PreviewAsync());

    public Task<DeploymentResult> UpAsync() => RunAsync(host => host.UpAsync());

    public Task<DeploymentResult> RefreshAsync() => RunAsync(host => host.RefreshAsync());

    public Task<DeploymentResult> DestroyAsync() => RunAsync(host => host.DestroyAsync());

    /// <summary>What <c>pulumi stack export</c> would write.</summary>
    public string Export() => HostOf(0, TextWriter.Null).State.Export().ToJsonString();

    /// <summary>What the servers hold, without asking the stack.</summary>
    public async Task<TrustState> ReadStateAsync()
    {
        await using var lab = await EmbeddedLab.OpenAsync(DataDirectory, Time, NullLoggerFactory.Instance, CancellationToken.None);
        return await lab.ReadStateAsync(CancellationToken.None);
    }

    /// <summary>Puts certificate files beside the program.</summary>
    public Task WriteCertificatesAsync() => PlanCertificates.WriteFilesAsync(folder);

    public void Rewrite(Func<string, string> change)
    {
        var path = Path.Combine(folder, "Pulumi.yaml");
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    public async Task<string> StatusAsync() =>
        (await CommandRun.OfAsync(["lab", "status", "--data", DataDirectory], Time)).Output;

    public async Task<CommandRun> LabAsync(params string[] arguments) =>
        await CommandRun.OfAsync(["lab", .. arguments, "--data", DataDirectory], Time);

    /// <summary>Something is done on the servers themselves.</summary>
    public async Task OnServersAsync(Func<EmbeddedLab, Task> act)
    {
        await using var lab = await EmbeddedLab.OpenAsync(DataDirectory, Time, NullLoggerFactory.Instance, CancellationToken.None);
        await act(lab);
    }

    public Task WaitAsync(TimeSpan time)
    {
        Time.Advance(time);
        return Task.CompletedTask;
    }

    /// <summary>The numbers of the warnings in a log, each once.</summary>
    public static string WarningsIn(DeploymentResult result) => string.Join(
        ' ',
        result.Log.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .SelectMany(diagnostic => Number().Matches(diagnostic.Message).Take(1)).Select(match => match.Value)
            .Distinct().Order(StringComparer.Ordinal));

    /// <summary>The numbers of what a status warns about, in order.</summary>
    public static string FindingsIn(string status) => string.Join(
        ' ',
        status.Split('\n').Where(line => line.StartsWith("  warns", StringComparison.Ordinal)).Select(line => Number().Match(line).Value)
            .Order(StringComparer.Ordinal));

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<DeploymentResult> RunAsync(Func<DeploymentHost, Task<DeploymentResult>> command)
    {
        await using var plugin = await PluginUnderTest.StartAsync(null, folder, clock: Time);
        await using var output = new StringWriter();
        var result = await command(HostOf(plugin.Port, output));
        Output = output.ToString();
        return result;
    }

    private DeploymentHost HostOf(int port, TextWriter output)
    {
        var options = new HostOptions
        {
            Directory = folder,
            StateDirectory = Path.Combine(folder, "state"),
            SkipsPreview = true,
            PlaintextSecrets = true,
            Attached = ImmutableDictionary<string, int>.Empty.Add("partnertrust", port),
        };
        return new DeploymentHost(ProjectFile.Load(folder), null, options, output, Time);
    }

    [GeneratedRegex(@"\bPT\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
