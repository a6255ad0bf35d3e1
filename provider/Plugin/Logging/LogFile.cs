using System.Runtime.Versioning;
using PartnerTrust.Engines.Files;

namespace PartnerTrust.Plugin.Logging;

/// <summary>The file that <c>PARTNERTRUST_LOG</c> names. It tells of hosts and requests, so that nobody but its owner may read it; and it is
/// written to only where it is a file of our own, not where somebody else has put a link, a pipe or a device in its place.</summary>
internal static class LogFile
{
    public const string Variable = "PARTNERTRUST_LOG";

    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Refuses what cannot be the log, and makes the file when there is none.</summary>
    /// <exception cref="IOException">Something else lies at its place, or it cannot be written; a message of one line.</exception>
    public static void Require(string path) => Add(path, []);

    /// <summary>Adds to its end, in turn with the other plugins of the run.</summary>
    /// <exception cref="IOException">As with <see cref="Require"/>.</exception>
    public static void Add(string path, ReadOnlySpan<byte> lines) => SharedFile.Add(() => Open(path), lines);

    private static FileStream Open(string path)
    {
        try
        {
            return OperatingSystem.IsWindows()
                ? new FileStream(path, FileMode.Append, FileAccess.Write, SharedFile.Share)
                : OpenOwn(path);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refusal(path, "it cannot be written", failure);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static FileStream OpenOwn(string path)
    {
        var found = FileStatus.OfLink(path);
        if (found.Kind == FileKind.Absent)
        {
            return OpenNew(path);
        }

        // Opening a pipe would wait for a reader.
        RequireOwn(path, found);
        var file = new FileStream(path, FileMode.Append, FileAccess.Write, SharedFile.Share);
        try
        {
            RequireOwn(path, FileStatus.Of(file.SafeFileHandle));
            if ((File.GetUnixFileMode(file.SafeFileHandle) & ~OwnerAlone) != UnixFileMode.None)
            {
                File.SetUnixFileMode(file.SafeFileHandle, OwnerAlone);
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Nothing that appears at the place meanwhile is taken for it, not even a link.</summary>
    [UnsupportedOSPlatform("windows")]
    private static FileStream OpenNew(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = SharedFile.Share,
                UnixCreateMode = OwnerAlone,
            });
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process of the same run was faster.
            return OpenOwn(path);
        }
    }

    private static void RequireOwn(string path, FileStatus found)
    {
        if (found.Kind != FileKind.Regular)
        {
            throw Refusal(path, found.Kind == FileKind.Link ? "it is a link" : "it is not a regular file");
        }

        if (!found.IsOwn)
        {
            throw Refusal(path, "it belongs to another user");
        }
    }

    private static IOException Refusal(string path, string reason, Exception? cause = null) => new(
        $"{Variable} names \"{LogEntry.OneLine(path)}\", but {reason}. Name a file of your own, or one that does not exist yet.", cause);
}
