using System.Diagnostics;

namespace PartnerTrust.Testing.Basics;

/// <summary>The PowerShell that the repository's tool manifest names. Tests that need it are skipped, with a word, where the feed has it
/// not.</summary>
public static class RealPowerShell
{
    private const string Version = "7.6.9";
    private static readonly Lazy<string?> Path = new(FindOrRestore);

    /// <summary>Why there is none; null where there is.</summary>
    public static string? Missing => Path.Value is null ? $"PowerShell {Version}, a .NET tool, could not be restored" : null;

    /// <summary>The command line that starts it, without the launcher that the tool has.</summary>
    public static string[] Line => ["dotnet", Path.Value ?? throw new InvalidOperationException(Missing)];

    private static string? FindOrRestore() => Find() ?? (Restore() ? Find() : null);

    /// <summary>The one that was compiled ahead of time (<c>.ci/compile-pwsh</c>), or the tool as it came.</summary>
    private static string? Find()
    {
        var compiled = System.IO.Path.Combine(Repository.Root, "artifacts", "pwsh", Version, "pwsh.dll");
        if (File.Exists(compiled))
        {
            return compiled;
        }

        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var platform = OperatingSystem.IsWindows() ? "win" : "unix";
        var path = System.IO.Path.Combine(packages, "powershell", Version, "tools", "net10.0", "any", platform, "pwsh.dll");
        return File.Exists(path) ? path : null;
    }

    private static bool Restore()
    {
        using var restore = Process.Start(new ProcessStartInfo("dotnet", ["tool", "restore"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        restore.OutputDataReceived += (_, _) => { };
        restore.ErrorDataReceived += (_, _) => { };
        restore.BeginOutputReadLine();
        restore.BeginErrorReadLine();
        restore.WaitForExit();
        return restore.ExitCode == 0;
    }
}
