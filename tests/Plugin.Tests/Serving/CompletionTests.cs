using System.Diagnostics;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Serving;

/// <summary>The scripts that <c>completion</c> writes, in the shells that they are for.</summary>
public sealed class CompletionTests
{
    private const string Program = "pulumi-resource-partnertrust";

    private static readonly (string Typed, string Completed)[] Cases =
    [
        ("stat", "status"),
        ("status --fo", "--format"),
        ("status --format j", "json"),
        ("lab fault --server a ExpiredT", "ExpiredTls"),
    ];

    [SkippableFact]
    public async Task PowerShell_completes_commands_options_and_values()
    {
        Skip.IfNot(RealPowerShell.Missing is null, RealPowerShell.Missing);
        var lines = string.Join(", ", Cases.Select(one => $"'{Program} {one.Typed}'"));
        var script = $$"""
            {{Program}} completion powershell | Out-String | Invoke-Expression
            foreach ($line in {{lines}}) {
                ([System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)).CompletionMatches.CompletionText -join ' '
            }
            """;

        Assert.Equal(Completed, await RunAsync([.. RealPowerShell.Line, "-NoProfile", "-NonInteractive", "-Command", script]));
    }

    [SkippableFact]
    public async Task Bash_completes_commands_options_and_values()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no bash here.");
        var calls = Cases.Select(one => $"""
            COMP_LINE='{Program} {one.Typed}'; COMP_POINT=$(expr length "$COMP_LINE"); COMP_WORDS=({Program} {one.Typed}); COMP_CWORD=$(expr length '{new string('x', one.Typed.Split(' ').Length)}')
            _partnertrust_complete; echo "$COMPREPLY"
            """);

        Assert.Equal(Completed, await RunAsync(["bash", "-c", $"source <({Program} completion bash)\n{string.Join('\n', calls)}"]));
    }

    [Theory]
    [InlineData("zsh", "#compdef ")]
    [InlineData("fish", "complete -c ")]
    public async Task Other_shells_get_a_script_of_their_own(string shell, string marker)
    {
        var run = await CommandRun.OfAsync(["completion", shell]);

        Assert.Equal((0, ""), (run.Code, run.Messages));
        Assert.Contains(marker + Program, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Output);
    }

    private static IEnumerable<string> Completed => Cases.Select(one => one.Completed);

    private static async Task<string[]> RunAsync(string[] line)
    {
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = AppContext.BaseDirectory + Path.PathSeparator + start.Environment["PATH"];
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal("", await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
