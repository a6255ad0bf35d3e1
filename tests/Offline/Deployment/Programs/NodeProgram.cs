using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PartnerTrust.Deployment.Programs;

/// <summary>A JavaScript or TypeScript program on the official Node SDK (pulumi-protocol.md 4.6).</summary>
internal sealed class NodeProgram : IProgram
{
    public Task<int> RunAsync(DeploymentRun run, CancellationToken kill)
    {
        var runner = FindRunner(run.Project.ProgramDirectory)
            ?? throw new DeploymentException($"@pulumi/pulumi is not installed in {run.Project.ProgramDirectory} or above it: run npm install there");
        string[] preview = run.IsPreview ? ["--dry-run"] : [];
        var start = new ProcessStartInfo("node",
        [
            runner,
            "--monitor", run.Address,
            "--engine", run.Address,
            "--organization", "organization",
            "--project", run.Project.Name,
            "--root-directory", run.Project.Directory,
            "--stack", run.Stack,
            "--pwd", run.Project.ProgramDirectory,
            .. preview,
            "--parallel", run.Options.Parallel.ToString(CultureInfo.InvariantCulture),
            ".",
        ]);
        start.Environment["PULUMI_CONFIG"] = run.Configuration.ToJson();
        start.Environment["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(run.Configuration.SecretKeys);
        if (File.Exists(Path.Combine(run.Project.ProgramDirectory, "tsconfig.json")))
        {
            start.Environment["PULUMI_NODEJS_TYPESCRIPT"] = "true";
        }

        return ProgramProcess.RunAsync(start, run, kill);
    }

    /// <summary>Where Node would look for the SDK: beside the program, then in each folder above it.</summary>
    private static string? FindRunner(string? directory)
    {
        for (; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var runner = Path.Combine(directory, "node_modules", "@pulumi", "pulumi", "cmd", "run");
            if (Directory.Exists(runner))
            {
                return runner;
            }
        }

        return null;
    }
}
