using System.Runtime.CompilerServices;

namespace PartnerTrust.Tests;

/// <summary>Text that is held against a committed <c>*.verified.txt</c> beside the test; what differs is left as <c>*.received.txt</c>.</summary>
internal static class Snapshot
{
    /// <param name="text">What is seen now.</param>
    /// <param name="of">Of which of several, where a test has more than one.</param>
    /// <param name="test">The test.</param>
    /// <param name="file">Its file.</param>
    public static void Match(string text, string? of = null, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var name = of is null ? test : $"{test}_{of}";
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{name}");
        var actual = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var verified = File.Exists($"{stem}.verified.txt") ? File.ReadAllText($"{stem}.verified.txt").ReplaceLineEndings("\n") : "";
        if (actual == verified)
        {
            File.Delete($"{stem}.received.txt");
            return;
        }

        File.WriteAllText($"{stem}.received.txt", actual);
        Assert.Equal(verified, actual);
    }
}
