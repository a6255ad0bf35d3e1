using System.Runtime.InteropServices;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>The parent on Unix, where an orphan is handed to another: to the first process, or to one that has asked for it.</summary>
internal sealed partial class UnixParent : IParent
{
    private const int FirstProcess = 1;

    private readonly int first = GetParent();
    private readonly bool wasAdopted;

    // It may have gone before it was looked for. A process begins in its parent's session, so one in another session is a stranger.
    public UnixParent() => wasAdopted = first == FirstProcess
        || (GetSession(0) is var session && session != Environment.ProcessId && GetSession(first) is var other && other >= 0 && other != session);

    public bool IsGone => wasAdopted || GetParent() != first;

    public void Dispose()
    {
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("libc", EntryPoint = "getsid")]
    private static partial int GetSession(int process);
}
