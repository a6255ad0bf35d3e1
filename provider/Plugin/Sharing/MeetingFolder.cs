using PartnerTrust.Engines.Files;

namespace PartnerTrust.Plugin.Sharing;

/// <summary>The folder in which the processes of one machine meet.</summary>
internal static class MeetingFolder
{
    /// <summary>A folder that nobody else writes to.</summary>
    public static string Default(Func<string, string?> variable) =>
        variable("XDG_RUNTIME_DIR") is { Length: > 0 } own && Directory.Exists(own)
            ? Path.Combine(own, "partnertrust")
            : Path.Combine(Path.GetTempPath(), $"partnertrust-{Environment.UserName}");

    public static void Make(string directory) => OwnFile.MakeDirectory(directory);
}
