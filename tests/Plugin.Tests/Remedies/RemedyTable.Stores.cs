using System.Diagnostics;
using Microsoft.Data.Sqlite;
using PartnerTrust.Plugin.Tests.Situations;
using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Remedies;

internal static partial class RemedyTable
{
    private const string KeyFile = "partnertrust.key";
    private const string Database = "partnertrust.db";

    private static IEnumerable<Remedy> Stores =>
    [
        Damaged("PT7030", "Move it away", directory =>
        {
            File.Delete(Path.Combine(directory, KeyFile));
            Directory.CreateDirectory(Path.Combine(directory, KeyFile));
        }),
        Damaged("PT7002", "put a backup in its place", directory => File.WriteAllBytes(Path.Combine(directory, Database), Noise())),
        Damaged("PT7002", "put a backup in its place", directory => File.WriteAllBytes(Path.Combine(directory, Database), Noise())) with
        {
            Where = "elsewhere",
            Right = Healthy.Setting("dataDirectory", ".partnertrust/dev-backup"),
            Act = null,
        },
        Damaged("PT7008", "Restore it from a backup", directory => File.Delete(Path.Combine(directory, KeyFile))) with
        {
            ToldBy = RemedyCommand.Update,
            Wrong = Renewed,
            Right = Renewed,
        },
        Damaged("PT7009", "from the same backup", directory => File.WriteAllText(Path.Combine(directory, KeyFile), Convert.ToBase64String(new byte[32]))) with
        {
            ToldBy = RemedyCommand.Update,
            Wrong = Renewed,
            Right = Renewed,
        },
        Damaged("PT7013", "Restore the database from a backup", directory =>
            Alter(directory, "update server_certificate set sealed_key = zeroblob(length(sealed_key));")) with
        {
            ToldBy = RemedyCommand.Update,
            Wrong = Healthy.With("check", OnceMore),
            Right = Healthy.With("check", OnceMore),
        },
        Damaged("PT7031", "restore it from a backup", directory => File.WriteAllBytes(Path.Combine(directory, KeyFile), new byte[1 << 20])),
        Told("PT7007", "set \"dataDirectory\" to another place", Healthy.Setting("dataDirectory", "Pulumi.yaml"), Healthy) with
        {
            ToldBy = RemedyCommand.Update,
        },
        new("PT7004", "Set \"dataDirectory\" to a directory of its own", RemedyCommand.Update)
        {
            Damage = stack => Done(() => MakeForeignDatabase(Path.Combine(Path.GetDirectoryName(stack.DataDirectory)!, "..", "other"))),
            Wrong = Healthy.Setting("dataDirectory", "other"),
        },
        new("PT7020", "set dataDirectory to its directory", RemedyCommand.Preview)
        {
            Before = Healthy,
            Damage = stack => Done(() => Directory.Move(stack.DataDirectory, Path.Combine(Path.GetDirectoryName(stack.DataDirectory)!, "moved"))),
            Wrong = Healthy,
            Right = Healthy.Setting("dataDirectory", ".partnertrust/moved"),
        },
    ];

    /// <summary>Modes and devices of Unix.</summary>
    private static IEnumerable<Remedy> OnUnix =>
    [
        FromFile("PT1037", "give the path of that file", "/dev/zero"),
        new("PT7033", "chmod -R go-w")
        {
            Before = Healthy,
            Damage = stack => ModeAsync(stack, "go+w"),
            Wrong = Healthy,
            Act = stack => ModeAsync(stack, "go-w"),
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

    /// <summary>Binds another key, which is to be written.</summary>
    private static RemedyProgram Renewed => WithoutCheck.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: { validityDays: 700 } } }""");

    /// <summary>A check that is made anew, and signs.</summary>
    private const string OnceMore = $$"""{ server: {{Lync}}, sipUri: "sip:ann@fabrikam.com", triggers: [again] }""";

    private static byte[] Noise()
    {
        var bytes = new byte[8192];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static void MakeForeignDatabase(string directory)
    {
        Directory.CreateDirectory(directory);
        Alter(directory, "create table addresses (name text); pragma application_id = 1;");
    }

    private static void Alter(string directory, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, Database)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task ModeAsync(SituationStack stack, string mode)
    {
        using var process = Process.Start("chmod", ["-R", mode, stack.DataDirectory]);
        await process.WaitForExitAsync();
    }

    private static string BackupOf(SituationStack stack) => stack.DataDirectory + "-backup";

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
