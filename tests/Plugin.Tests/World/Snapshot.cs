using System.Runtime.CompilerServices;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Text that is held against a committed <c>*.verified.txt</c> beside the test; what differs is left as <c>*.received.txt</c>.</summary>
internal static class Snapshot
{
    public static void Match(string text, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
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
