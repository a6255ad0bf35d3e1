using System.Collections.Concurrent;
using PartnerTrust.Emulator.Backend;

namespace PartnerTrust.Emulator.Tests.Fixtures;

/// <summary>The running checks of one process alone.</summary>
internal sealed class MemoryChecks : IRunningChecks
{
    private readonly ConcurrentDictionary<Guid, bool> running = new();

    public RunningCheck Begin()
    {
        var id = Guid.NewGuid();
        running[id] = true;
        return new RunningCheck(id, new End(running, id));
    }

    public bool IsRunning(Guid check) => running.ContainsKey(check);

    private sealed class End(ConcurrentDictionary<Guid, bool> running, Guid id) : IDisposable
    {
        public void Dispose() => running.TryRemove(id, out _);
    }
}
