using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Engines.PowerShell.Options;

/// <summary>What a command line must be to start a shell that goes on to ours (powershell.md 2, 5): a program that Windows starts by itself,
/// nothing for it to run, and no terminal between.</summary>
public static class CommandLineRules
{
    private static readonly string[] Abbreviated = ["command", "file", "encodedcommand"];

    private static readonly string[] Whole = ["ec", "commandwithargs", "cwa"];

    /// <param name="property">Where the list stands.</param>
    /// <param name="commandLine">The program, and each argument.</param>
    public static IEnumerable<Fault> Check(string property, ImmutableArray<string> commandLine)
    {
        if (commandLine is not [var program, ..])
        {
            return [FaultCatalogue.ShellMissing(property)];
        }

        var ssh = SshCommandLine.Find(commandLine);
        return
        [
            .. CheckProgram($"{property}[0]", program),
            .. (ssh?.Terminals ?? []).Select(word => FaultCatalogue.ShellAsksForTerminal($"{property}[{word.Index}]", word.Text)),
            .. ArgumentsOfShell(ssh?.Remote ?? [.. commandLine.Index().Select(item => new CommandWord(item.Index, item.Item))])
                .Where(word => RunsSomething(word.Text))
                .Select(word => FaultCatalogue.ShellRunsCommand($"{property}[{word.Index}]", word.Text)),
        ];
    }

    private static IEnumerable<Fault> CheckProgram(string property, string program) =>
        Blanks.Are(program) ? [FaultCatalogue.TextBlank(property)]
        : program.Any(char.IsControl) ? [FaultCatalogue.PathInvalid(property, program)]
        : IsBatchFile(program) ? [FaultCatalogue.ShellIsBatchFile(property, program)]
        : [];

    /// <summary>Windows does not see dots and blanks at the end of a name.</summary>
    private static bool IsBatchFile(string program) =>
        program.TrimEnd('.', ' ') is var name
        && (name.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".bat", StringComparison.OrdinalIgnoreCase));

    /// <summary>What stands before the shell is for whoever starts it; where none is named, the program is taken for one.</summary>
    private static IEnumerable<CommandWord> ArgumentsOfShell(ImmutableArray<CommandWord> words) =>
        words.SkipWhile(word => !word.IsPowerShell) is var shell && shell.Any() ? shell.Skip(1) : words.Skip(1);

    /// <summary>As PowerShell reads its switches: after any dash, two of them, or a slash; abbreviated, whatever the case.</summary>
    private static bool RunsSomething(string word)
    {
        if (word.Length < 2 || (!IsDash(word[0]) && word[0] != '/'))
        {
            return false;
        }

        var name = IsDash(word[1]) ? word[2..] : word[1..];
        return name.Length > 0
            && (Abbreviated.Any(whole => whole.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                || Whole.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsDash(char character) => character is '-' or '\u2013' or '\u2014' or '\u2015';
}
