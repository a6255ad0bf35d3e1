using System.Diagnostics;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Programs.Yaml;
using PartnerTrust.Deployment.Projects;

namespace PartnerTrust.Deployment.Programs;

/// <summary>Runs a program's process and passes on what it prints.</summary>
internal static class ProgramProcess
{
    public static IProgram Of(ProjectFile project) => project.Runtime switch
    {
        "dotnet" => new DotnetProgram(),
        "nodejs" => new NodeProgram(),
        "yaml" => new YamlProgram(),
        _ => throw new DeploymentException($"programs for the runtime '{project.Runtime}' can't be run here, only dotnet, nodejs and yaml"),
    };

    public static async Task<int> RunAsync(ProcessStartInfo start, DeploymentRun run, CancellationToken kill)
    {
        start.WorkingDirectory = run.Project.ProgramDirectory;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start) ?? throw new DeploymentException($"{start.FileName} did not start");
        var output = RelayAsync(process.StandardOutput, run);
        var errors = RelayAsync(process.StandardError, run);
        try
        {
            await process.WaitForExitAsync(kill);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        await Task.WhenAll(output, errors);
        return process.ExitCode;
    }

    private static async Task RelayAsync(StreamReader reader, DeploymentRun run)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Length > 0)
            {
                run.Log.Say(DiagnosticSeverity.Info, "", line);
            }
        }
    }
}
