using System.Security.Cryptography;

namespace PartnerTrust.Plugin.Tests.Truth.Comparing;

/// <summary>A directory byte for byte. The index that all readers of a database share in memory is none of its content.</summary>
internal static class DirectoryPrint
{
    /// <summary>The print of an empty file.</summary>
    private const string Nothing = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";

    public static SortedDictionary<string, string> Of(string directory)
    {
        var print = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(directory) ? Directory.GetFiles(directory, "*", SearchOption.AllDirectories) : [])
        {
            if (!file.EndsWith("-shm", StringComparison.Ordinal))
            {
                print[Path.GetRelativePath(directory, file)] = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        return print;
    }

    /// <summary>Files that are not what they were. A journal that a process left when it was ended goes with the next one that closes the database:
    /// what was in it is in the database then.</summary>
    public static IEnumerable<string> Changes(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        before.Keys.Union(after.Keys).Where(file => before.GetValueOrDefault(file) != after.GetValueOrDefault(file)
            && !(file.EndsWith("-wal", StringComparison.Ordinal) && after.GetValueOrDefault(file) is null or Nothing));
}
