namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>Tells when a file appears, by which what runs in a shell tells that it runs.</summary>
internal static class Appearance
{
    /// <summary>To be called before whatever makes it.</summary>
    public static async Task OfAsync(string path)
    {
        var appeared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path)) { EnableRaisingEvents = true };
        watcher.Created += (_, _) => appeared.TrySetResult();
        await appeared.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
