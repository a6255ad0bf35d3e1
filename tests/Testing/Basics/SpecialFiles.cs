using System.Runtime.InteropServices;

namespace PartnerTrust.Testing.Basics;

/// <summary>What may lie where a file is looked for, on Unix.</summary>
public static class SpecialFiles
{
    private const uint OwnersAlone = 0x180;

    public static void MakePipe(string path) => Require(MakeFifo(path, OwnersAlone), path);

    /// <summary>Only root can give files away.</summary>
    public static void GiveAway(string path, uint owner) => Require(ChangeOwner(path, owner, uint.MaxValue), path);

    private static void Require(int result, string path)
    {
        if (result != 0)
        {
            throw new IOException($"{path}: error {Marshal.GetLastPInvokeError()}");
        }
    }

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeFifo([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint owner, uint group);
}
