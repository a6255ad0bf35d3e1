using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PartnerTrust.Deployment.Plugins;

internal static partial class ProcessSignal
{
    private const int Interrupt = 2;

    /// <summary>Asks a process to end, as a terminal would. Windows has no such signal for another console, so there the caller's grace period
    /// decides.</summary>
    public static void Send(Process process)
    {
        if (!OperatingSystem.IsWindows() && !process.HasExited)
        {
            _ = Kill(process.Id, Interrupt);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
