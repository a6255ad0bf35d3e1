namespace PartnerTrust.Engines.Files;

/// <summary>Paths for libraries that open files by themselves. .NET lengthens long ones for Windows; SQLite does not, and Windows refuses those of
/// 260 characters and more unless they say that they are taken as they are (<c>\\?\</c>).</summary>
public static class LongPath
{
    /// <summary>What SQLite adds to the name of a database (<c>-journal</c>) counts as well.</summary>
    private const int Longest = 259 - 12;

    private const string Verbatim = @"\\?\";
    private const string Share = @"\\";

    /// <param name="path">Absolute.</param>
    public static string Of(string path) => OperatingSystem.IsWindows() ? OnWindows(path) : path;

    /// <summary>As Windows is to be told it; short ones stay as they are.</summary>
    public static string OnWindows(string path) => path.Length <= Longest || path.StartsWith(Verbatim, StringComparison.Ordinal) ? path
        : path.StartsWith(Share, StringComparison.Ordinal) ? $@"{Verbatim}UNC\{path[Share.Length..]}"
        : Verbatim + path;
}
