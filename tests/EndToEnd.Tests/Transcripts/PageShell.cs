using System.Globalization;

namespace PartnerTrust.EndToEnd.Tests.Transcripts;

/// <summary>A shell to which a page is typed.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Command">Starts it with a script.</param>
/// <param name="Before">Typed before each step.</param>
/// <param name="After">Typed after each step: tells how it ended, on a line of its own.</param>
/// <param name="LinesOf">What of a step is meant for it.</param>
internal sealed record PageShell(
    string Name, IReadOnlyList<string> Command, string Before, string After, Func<PageStep, string> LinesOf)
{
    private const string Mark = "@@@ the step ended with ";

    public static PageShell Unix { get; } = new("sh", ["sh"], "", $"printf '\\n%s%s\\n' '{Mark}' \"$?\"", step => step.Sh);

    public static PageShell PowerShell => new(
        "pwsh",
        [.. RealPowerShell.Line, "-NoProfile", "-NonInteractive", "-File"],
        "$global:LASTEXITCODE = 0",
        $"[Console]::Out.WriteLine(\"`n{Mark}$LASTEXITCODE\")",
        step => step.PowerShell ?? step.Sh);

    /// <summary>The answers to the steps, in order; each with its exit code, where that is not 0.</summary>
    public async Task<IReadOnlyList<string>> TypeAsync(
        IEnumerable<PageStep> steps, string directory, string script, params (string Name, string Value)[] environment)
    {
        await File.WriteAllTextAsync(script, string.Concat(steps.Select(step => $"{Before}\n{LinesOf(step)}{After}\n")));
        var (_, text) = await Tool.RunAsync("sh", ["-c", "exec \"$@\" 2>&1", "sh", .. Command, script], directory, environment);
        return [.. AnswersIn(text)];
    }

    private static IEnumerable<string> AnswersIn(string text)
    {
        var rest = text;
        while (rest.IndexOf(Mark, StringComparison.Ordinal) is var at and >= 0)
        {
            var end = rest.IndexOf('\n', at);
            var code = int.Parse(rest[(at + Mark.Length)..end], CultureInfo.InvariantCulture);
            yield return rest[..(at - 1)] + (code == 0 ? "" : $"(exit code {code})");
            rest = rest[(end + 1)..];
        }

        if (rest.Trim().Length > 0)
        {
            yield return rest;
        }
    }
}
