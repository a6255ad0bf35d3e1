namespace PartnerTrust.Plugin.Sharing;

/// <summary>The folder in which the processes of one machine meet.</summary>
internal static class MeetingFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>A folder that nobody else writes to.</summary>
    public static string Default(Func<string, string?> variable) =>
        variable("XDG_RUNTIME_DIR") is { Length: > 0 } own && Directory.Exists(own)
            ? Path.Combine(own, "partnertrust")
            : Path.Combine(Path.GetTempPath(), $"partnertrust-{Environment.UserName}");

    public static void Make(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, OwnerOnly);
        }
    }
}
