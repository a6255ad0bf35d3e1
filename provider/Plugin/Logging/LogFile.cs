using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace PartnerTrust.Plugin.Logging;

/// <summary>The file that <c>PARTNERTRUST_LOG</c> names. It tells of hosts and requests, so that nobody but its owner may read it; and it is
/// written to only where it is a file of our own, not where somebody else has put a link, a pipe or a device in its place.</summary>
internal static partial class LogFile
{
    public const string Variable = "PARTNERTRUST_LOG";

    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int KindMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Link = 0xA000;

    /// <summary>Opens the file at its end, and makes it when there is none. Anything else at its place is refused with an
    /// <see cref="IOException"/> of one line.</summary>
    public static FileStream Open(string path)
    {
        try
        {
            return OperatingSystem.IsWindows()
                ? new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)
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
        if (LinkStatus(path, out var found) != 0)
        {
            return OpenNew(path);
        }

        // Opening a pipe would wait for a reader.
        RequireOwnFile(path, found);
        var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        try
        {
            RequireSame(path, found, file.SafeFileHandle);
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
                Share = FileShare.ReadWrite,
                UnixCreateMode = OwnerAlone,
            });
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process of the same run was faster.
            return OpenOwn(path);
        }
    }

    private static void RequireOwnFile(string path, in FileRecord found)
    {
        if ((found.Mode & KindMask) != Regular)
        {
            throw Refusal(path, (found.Mode & KindMask) == Link ? "it is a link" : "it is no regular file");
        }

        if (found.Owner != User())
        {
            throw Refusal(path, "it belongs to another user");
        }
    }

    /// <summary>What was opened is what was looked at.</summary>
    private static void RequireSame(string path, in FileRecord found, SafeFileHandle opened)
    {
        if (LinkStatus(path, out var now) != 0 || HandleStatus(opened, out var record) != 0)
        {
            throw Refusal(path, "it is gone");
        }

        RequireOwnFile(path, now);
        RequireOwnFile(path, record);
        if (record.Device != found.Device || record.Number != found.Number)
        {
            throw Refusal(path, "another file took its place");
        }
    }

    private static IOException Refusal(string path, string reason, Exception? cause = null) => new(
        $"{Variable} names \"{LogEntry.OneLine(path)}\", but {reason}. Name a file of your own, or one that is not there yet.", cause);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint User();

    // .NET asks these about every file and does not hand on kind and owner. Its record is the same on every system, that of the C libraries is not.
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkStatus(string path, out FileRecord record);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_FStat")]
    private static partial int HandleStatus(SafeFileHandle file, out FileRecord record);

    /// <summary>The fields up to the file's number; the flags that follow fit into the size.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct FileRecord
    {
        public int Flags;
        public int Mode;
        public uint Owner;
        public uint Group;
        public long Size;
        public long AccessTime;
        public long AccessTimeFraction;
        public long ChangeTime;
        public long ChangeTimeFraction;
        public long StatusTime;
        public long StatusTimeFraction;
        public long BirthTime;
        public long BirthTimeFraction;
        public long Device;
        public long SpecialDevice;
        public long Number;
    }
}
