using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PartnerTrust.Engines.Files;

/// <summary>What lies at a path, told without opening it: opening a pipe may wait for ever, and reading a device may never end.</summary>
/// <param name="Kind">Whether it is a file at all.</param>
/// <param name="Size">Its length in bytes; 0 for what has none.</param>
/// <param name="Owner">The user it belongs to; 0 on Windows, where access lists take the place of owners and modes.</param>
/// <param name="Mode">Who may do what; none on Windows.</param>
public readonly record struct FileStatus(FileKind Kind, long Size, uint Owner, UnixFileMode Mode)
{
    private const UnixFileMode AllBits = (UnixFileMode)0xFFF;

    /// <summary>Whether this user owns it; on Windows, where that is not asked, it does.</summary>
    public bool IsOwn => OperatingSystem.IsWindows() || Owner == UnixFile.User();

    /// <summary>Of what the path leads to, through links.</summary>
    public static FileStatus Of(string path) => OperatingSystem.IsWindows()
        ? WindowsFile.StatusOf(path, followsLinks: true)
        : Told(UnixFile.Status(path, out var record), record);

    /// <summary>Of what lies at the path itself, be it a link.</summary>
    public static FileStatus OfLink(string path) => OperatingSystem.IsWindows()
        ? WindowsFile.StatusOf(path, followsLinks: false)
        : Told(UnixFile.LinkStatus(path, out var record), record);

    /// <summary>Of what has been opened, whatever lies at its path by now.</summary>
    public static FileStatus Of(SafeFileHandle file) => OperatingSystem.IsWindows()
        ? new FileStatus(FileKind.Regular, RandomAccess.GetLength(file), 0, UnixFileMode.None)
        : Told(UnixFile.HandleStatus(file, out var record), record);

    private static FileStatus Told(int result, in UnixFile.StatusRecord record) => result == 0
        ? new FileStatus(KindOf(record.Mode), record.Size, record.Owner, (UnixFileMode)record.Mode & AllBits)
        : new FileStatus(UnixFile.IsAbsence(Marshal.GetLastPInvokeError()) ? FileKind.Absent : FileKind.Unknown, 0, 0, UnixFileMode.None);

    private static FileKind KindOf(int mode) => (mode & 0xF000) switch
    {
        0x8000 => FileKind.Regular,
        0x4000 => FileKind.Directory,
        0xA000 => FileKind.Link,
        0x1000 => FileKind.Pipe,
        0xC000 => FileKind.Socket,
        _ => FileKind.Device,
    };
}
