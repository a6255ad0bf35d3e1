using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Newtonsoft.Json.Linq;
using PartnerTrust.CmdletSimulator.Serving;

namespace PartnerTrust.CmdletSimulator.Tests.Shells;

/// <summary>A real PowerShell that runs one script to its end. Starting one takes a second: a script asks many questions.</summary>
internal static class Shell
{
    private static readonly string Prelude = ReadPrelude();

    /// <param name="environment">What the simulator says that the shell needs.</param>
    /// <param name="script">Behind the prelude; what it gives to <c>Write-Result</c> is answered, in order.</param>
    public static async Task<ShellRun> RunAsync(ImmutableDictionary<string, string> environment, string script)
    {
        using var folder = new TemporaryDirectory();
        var file = folder.Combine("script.ps1");
        await File.WriteAllTextAsync(file, Prelude + script);
        using var process = Start(environment, file);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ShellRun(process.ExitCode, output, await errors);
    }

    private static Process Start(ImmutableDictionary<string, string> environment, string file)
    {
        var start = new ProcessStartInfo(PowerShellTool.Command[0])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in PowerShellTool.Command.Skip(1).Concat(["-NoLogo", "-NoProfile", "-NonInteractive", "-File", file]))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static string ReadPrelude()
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Prelude.ps1")!);
        return text.ReadToEnd();
    }
}

/// <summary>What a shell wrote.</summary>
internal sealed record ShellRun(int ExitCode, string Output, string Errors)
{
    /// <summary>What the script gave to <c>Write-Result</c>.</summary>
    public IReadOnlyList<JToken> Results =>
    [
        .. Output.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.StartsWith("@@", StringComparison.Ordinal))
            .Select(line => JToken.Parse(line[2..])),
    ];

    /// <summary>The one that there is; the script's own failure otherwise.</summary>
    public JToken Result => Results is [var only] ? only : throw new InvalidOperationException($"{Results.Count} results. {Output}\n{Errors}");
}
