using System.Diagnostics;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>The real PowerShell of <c>.config/dotnet-tools.json</c>.</summary>
public static class PowerShellTool
{
    /// <summary>To be skipped with where it cannot be had.</summary>
    public const string Missing = "PowerShell could not be restored (dotnet tool restore), or ../shared has no cmdlets.json.";

    private static readonly Lazy<bool> Restored = new(Restore);

    /// <summary>What to start, in the folder <see cref="Repository.Root"/>.</summary>
    public static IReadOnlyList<string> Command { get; } = ["dotnet", "pwsh"];

    /// <summary>Whether there is one, and what the modules are made of. The first question restores it.</summary>
    public static bool IsThere => Generation.ReferencePages.ArePresent && Restored.Value;

    private static bool Restore()
    {
        var start = new ProcessStartInfo("dotnet", "tool restore")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var restoring = Process.Start(start)!;
        restoring.OutputDataReceived += (_, _) => { };
        restoring.ErrorDataReceived += (_, _) => { };
        restoring.BeginOutputReadLine();
        restoring.BeginErrorReadLine();
        restoring.WaitForExit();
        return restoring.ExitCode == 0;
    }
}
