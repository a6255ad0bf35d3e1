using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PartnerTrust.Deployment.Programs;

/// <summary>A .NET program: built once in the life of this process, then run as it is (pulumi-protocol.md 4.6).</summary>
internal sealed class DotnetProgram : IProgram
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Built = new();

    public async Task<int> RunAsync(DeploymentRun run, CancellationToken kill)
    {
        var binary = run.Project.RuntimeOptions.TryGetValue("binary", out var given)
            ? Path.GetFullPath(Path.Combine(run.Project.Directory, given))
            : await Built.GetOrAdd(run.Project.ProgramDirectory, directory => new Lazy<Task<string>>(() => BuildAsync(directory, kill))).Value;
        var start = binary.EndsWith(".dll", StringComparison.Ordinal) ? new ProcessStartInfo("dotnet", [binary]) : new ProcessStartInfo(binary);
        foreach (var (name, value) in Environment(run))
        {
            start.Environment[name] = value;
        }

        return await ProgramProcess.RunAsync(start, run, kill);
    }

    private static Dictionary<string, string> Environment(DeploymentRun run) => new()
    {
        ["PULUMI_MONITOR"] = run.Address,
        ["PULUMI_ENGINE"] = run.Address,
        ["PULUMI_PROJECT"] = run.Project.Name,
        ["PULUMI_STACK"] = run.Stack,
        ["PULUMI_ORGANIZATION"] = "organization",
        ["PULUMI_ROOT_DIRECTORY"] = run.Project.Directory,
        ["PULUMI_PWD"] = run.Project.ProgramDirectory,
        ["PULUMI_DRY_RUN"] = run.IsPreview ? "true" : "false",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = run.Options.Parallel.ToString(CultureInfo.InvariantCulture),
        ["PULUMI_TRACING"] = "",
        ["PULUMI_CONFIG"] = run.Configuration.ToJson(),
        ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(run.Configuration.SecretKeys),
    };

    private static async Task<string> BuildAsync(string directory, CancellationToken kill)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "--nologo", "-v", "quiet", "-t:Build", "-getProperty:TargetPath"])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
        };
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        using var process = Process.Start(start) ?? throw new DeploymentException("dotnet did not start");
        var output = await process.StandardOutput.ReadToEndAsync(kill);
        await process.WaitForExitAsync(kill);
        return process.ExitCode == 0
            ? output.Trim()
            : throw new DeploymentException($"the program in {directory} does not build:{System.Environment.NewLine}{output}");
    }
}
