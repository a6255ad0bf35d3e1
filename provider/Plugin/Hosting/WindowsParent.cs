using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>The parent on Windows, where an orphan keeps its parent's number, which another process may get.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsParent
{
    private const int BasicInformation = 0;

    /// <summary>Returns when the parent is gone; never where Windows does not tell who it is.</summary>
    public static async Task WaitForDeathAsync(CancellationToken cancellationToken)
    {
        using var self = Process.GetCurrentProcess();
        if (NtQueryInformationProcess(self.Handle, BasicInformation, out var information, Marshal.SizeOf<ProcessInformation>(), out _) != 0)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            using var parent = Process.GetProcessById((int)information.Parent);
            if (parent.StartTime <= self.StartTime)
            {
                await parent.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It was gone before it was looked for.
        }
        catch (Win32Exception)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
    }

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
