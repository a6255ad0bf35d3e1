using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>The remedies that are followed, by what they are about.</summary>
internal static partial class RemedyTable
{
    public static IEnumerable<ShellRemedy> All => [.. Starts];

    private static ShellUnderTest Usual(ShellStage stage) => new();

    /// <summary>A command line, and what stands in its place once the remedy is followed.</summary>
    private static ShellRemedy OfShell(
        string number, string words, Func<ShellStage, ShellUnderTest> wrong, Func<ShellStage, ShellUnderTest> right, string where = "") =>
        OfShell(number, words, () => new ShellStage { Open = wrong }, stage => stage.Open = right, where);

    /// <summary>A shell, and what a person does about it.</summary>
    private static ShellRemedy OfShell(string number, string words, Func<ShellStage> set, Action<ShellStage> follow, string where = "") =>
        OfShell(number, words, set, stage => Done(() => follow(stage)), where);

    private static ShellRemedy OfShell(string number, string words, Func<ShellStage> set, Func<ShellStage, Task> follow, string where = "") =>
        new(number, words, where)
        {
            SetAsync = () => Task.FromResult<IPlight>(new Plight<ShellStage>(set(), stage => stage.TellAsync(), follow)),
        };

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
