using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>The remedies that are followed, by what they are about.</summary>
internal static partial class RemedyTable
{
    /// <summary>On this side of the cmdlets.</summary>
    public static IEnumerable<ShellRemedy> OfShells => [.. Starts, .. Openings];

    /// <summary>On theirs.</summary>
    public static IEnumerable<ShellRemedy> OfServers => [.. Cmdlets, .. Writes, .. Accounts, .. Restarts, .. Certificates];

    private static string[] Line => ["env", SimulatedShells.QuickStart, .. RealPowerShell.Line];

    /// <summary>A shell, and what a person does about it.</summary>
    private static ShellRemedy OfShell(
        string number, string words, Func<ShellStage, ShellUnderTest>? open, Action<ShellStage> follow, string where = "") =>
        OfShell(number, words, open, _ => { }, stage => Done(() => follow(stage)), where);

    private static ShellRemedy OfShell(
        string number,
        string words,
        Func<ShellStage, ShellUnderTest>? open,
        Action<ShellStage> arrange,
        Func<ShellStage, Task> follow,
        string where = "") => new(number, words, where)
        {
            SetAsync = usual =>
            {
                var stage = new ShellStage(usual) { Open = open };
                arrange(stage);
                return Task.FromResult<IPlight>(new Plight<ShellStage>(stage, set => set.TellAsync(), follow));
            },
        };

    /// <summary>A command line, in whose place the usual one comes.</summary>
    private static ShellRemedy OfLine(string number, string words, Func<ShellStage, ShellUnderTest> wrong, string where = "") =>
        OfShell(number, words, wrong, stage => stage.Open = null, where);

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
