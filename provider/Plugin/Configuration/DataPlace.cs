namespace PartnerTrust.Plugin.Configuration;

/// <summary>A data directory, or a file of the plugin's own, by the one path that all spellings of it share: absolute, without a separator at its
/// end, links followed.</summary>
internal static class DataPlace
{
    private const int MostLinks = 32;

    /// <exception cref="ArgumentException">No directory can be named so.</exception>
    public static string Of(string path) => Follow(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), MostLinks);

    public static bool AreSame(string left, string right) =>
        string.Equals(left, right, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>What is not there yet is no link.</summary>
    private static string Follow(string path, int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var place = Path.Combine(Follow(parent, links), Path.GetFileName(path));
        return links > 0 && TargetOf(place) is { } target ? Follow(target, links - 1) : place;
    }

    private static string? TargetOf(string path)
    {
        try
        {
            return Directory.ResolveLinkTarget(path, returnFinalTarget: false) is { } target
                ? Path.TrimEndingDirectorySeparator(target.FullName)
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
