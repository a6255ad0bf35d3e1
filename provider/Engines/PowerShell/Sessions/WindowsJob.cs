using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>Ends what the plugin started when the plugin ends, however it does: a job object whose last handle is this process's. A shell that
/// hangs in a cmdlet does not see that its input has ended, and would go on when the next run has begun.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsJob
{
    private const int ExtendedLimits = 9;
    private const uint KillOnClose = 0x2000;

    private static readonly Lazy<SafeFileHandle?> Job = new(Make);

    /// <summary>Adds a process with all that it starts. Where the system refuses, it ends when its input does, as elsewhere.</summary>
    public static void Add(Process process)
    {
        if (Job.Value is { } job)
        {
            AssignProcessToJobObject(job, process.SafeHandle);
        }
    }

    private static SafeFileHandle? Make()
    {
        var job = CreateJobObject(0, null);
        var limits = new ExtendedLimitInformation { Flags = KillOnClose };
        return !job.IsInvalid && SetInformationJobObject(job, ExtendedLimits, in limits, Marshal.SizeOf<ExtendedLimitInformation>()) ? job : null;
    }

    [LibraryImport("kernel32.dll", EntryPoint = "CreateJobObjectW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateJobObject(nint security, string? name);

    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(SafeFileHandle job, int kind, in ExtendedLimitInformation limits, int size);

    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(SafeFileHandle job, SafeProcessHandle process);

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION, of which the flags alone are set.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedLimitInformation
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint SmallestWorkingSet;
        public nuint LargestWorkingSet;
        public uint Processes;
        public nuint Affinity;
        public uint Priority;
        public uint Scheduling;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WrittenBytes;
        public ulong OtherBytes;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }
}
