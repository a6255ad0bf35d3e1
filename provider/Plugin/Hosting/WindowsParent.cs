using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>The parent on Windows, where an orphan keeps its parent's number, which another process may get.</summary>
[SupportedOSPlatform("windows")]
internal sealed partial class WindowsParent : IParent
{
    private const int BasicInformation = 0;

    private readonly Process? parent;
    private readonly bool wasGone;

    public WindowsParent()
    {
        using var self = Process.GetCurrentProcess();
        if (NtQueryInformationProcess(self.Handle, BasicInformation, out var information, Marshal.SizeOf<ProcessInformation>(), out _) != 0)
        {
            return;
        }

        try
        {
            parent = Process.GetProcessById((int)information.Parent);
            wasGone = parent.StartTime > self.StartTime;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            wasGone = true;
        }
        catch (Win32Exception)
        {
            // It is there, and belongs to another user: what the engine's address says must do.
            parent?.Dispose();
            parent = null;
        }
    }

    public bool IsGone => wasGone || parent is { HasExited: true };

    public void Dispose() => parent?.Dispose();

    [LibraryImport("ntdll.dll")]
    private static partial int NtQueryInformationProcess(
        nint process, int kind, out ProcessInformation information, int size, out int returned);

    /// <summary>What Windows calls PROCESS_BASIC_INFORMATION; the last field is the parent's number.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ProcessInformation
    {
        public nint ExitStatus;
        public nint Environment;
        public nint Affinity;
        public nint Priority;
        public nint Number;
        public nint Parent;
    }
}
