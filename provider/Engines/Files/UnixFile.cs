using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PartnerTrust.Engines.Files;

/// <summary>What .NET itself asks Unix about files and does not hand on: kind and owner. Its native library gives one record on every system,
/// where the C libraries have as many as there are systems and processors.</summary>
internal static partial class UnixFile
{
    private const string Runtime = "libSystem.Native";
    private const int NoEntry = 2;
    private const int NoDirectory = 20;
    private const int WriteAndSearch = 2 | 1;

    public static bool IsAbsence(int error) => error is NoEntry or NoDirectory;

    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint User();

    /// <summary>Whether this user may make entries in the directory, or would be let in by being root.</summary>
    public static bool MayWriteInto(string directory) => Access(directory, WriteAndSearch) == 0;

    [LibraryImport(Runtime, EntryPoint = "SystemNative_Stat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Status(string path, out StatusRecord status);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_LStat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LinkStatus(string path, out StatusRecord status);

    [LibraryImport(Runtime, EntryPoint = "SystemNative_FStat", SetLastError = true)]
    public static partial int HandleStatus(SafeFileHandle file, out StatusRecord status);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int rights);

    /// <summary>Its beginning; the times, numbers and flags that follow fit into the size.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    public struct StatusRecord
    {
        public int Flags;
        public int Mode;
        public uint Owner;
        public uint Group;
        public long Size;
    }
}
