using PartnerTrust.Plugin.Tests.Situations;

namespace PartnerTrust.Plugin.Tests.Remedies;

internal static partial class RemedyTable
{
    private const string KeyFile = "partnertrust.key";

    private static IEnumerable<Remedy> Stores =>
    [
        Damaged("PT7030", "Move it away", directory =>
        {
            File.Delete(Path.Combine(directory, KeyFile));
            Directory.CreateDirectory(Path.Combine(directory, KeyFile));
        }),
        new("PT7020", "set dataDirectory to its directory", RemedyCommand.Preview)
        {
            Before = Healthy,
            Damage = stack => Done(() => Directory.Move(stack.DataDirectory, Path.Combine(Path.GetDirectoryName(stack.DataDirectory)!, "moved"))),
            Wrong = Healthy,
            Right = Healthy.Setting("dataDirectory", ".partnertrust/moved"),
        },
    ];

    /// <summary>Something happens to the files of the store; a person puts the backup in its place.</summary>
    private static Remedy Damaged(string number, string words, Action<string> damage) => new(number, words)
    {
        Before = Healthy,
        Wrong = Healthy,
        Damage = async stack =>
        {
            Assert.Equal(0, (await stack.LabAsync("backup", "--to", BackupOf(stack))).Code);
            damage(stack.DataDirectory);
        },
        Act = stack => Done(() =>
        {
            Directory.Delete(stack.DataDirectory, recursive: true);
            Directory.Move(BackupOf(stack), stack.DataDirectory);
        }),
    };

    private static string BackupOf(SituationStack stack) => stack.DataDirectory + "-backup";

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
