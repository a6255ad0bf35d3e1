using System.Runtime.InteropServices;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>Notices that the process that started the plugin is gone: an orphan is handed to another parent.</summary>
internal static partial class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the parent is gone. Never on Windows, where orphans keep their parent's number.</summary>
    public static async Task WaitForDeathAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
        }

        var parent = GetParent();
        using var timer = new PeriodicTimer(Interval, time);
        while (GetParent() == parent)
        {
            await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();
}
