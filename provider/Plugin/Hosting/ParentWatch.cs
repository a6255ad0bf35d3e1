using System.Runtime.InteropServices;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>Notices that the process that started the plugin is gone.</summary>
internal static partial class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the parent is gone.</summary>
    public static Task WaitForDeathAsync(TimeProvider time, CancellationToken cancellationToken) => OperatingSystem.IsWindows()
        ? WindowsParent.WaitForDeathAsync(cancellationToken)
        : WaitForAdoptionAsync(time, cancellationToken);

    // An orphan is handed to another parent.
    private static async Task WaitForAdoptionAsync(TimeProvider time, CancellationToken cancellationToken)
    {
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
