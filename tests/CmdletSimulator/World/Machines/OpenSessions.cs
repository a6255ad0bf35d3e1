using System.Collections.Concurrent;

namespace PartnerTrust.CmdletSimulator.World.Machines;

/// <summary>The sessions that are open. An account may have few of them at once, so that whoever opens one has to close it.</summary>
public sealed class OpenSessions
{
    private readonly ConcurrentDictionary<Guid, PlayedSession> open = new();

    public IReadOnlyCollection<PlayedSession> All => [.. open.Values];

    /// <summary>How many sessions were ever opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Ends the sessions to a machine, as a restart of its IIS does.</summary>
    public void End(string machine)
    {
        foreach (var session in open.Values.Where(session => Things.IsNamed(session.Machine, machine)))
        {
            open.TryRemove(session.Id, out _);
        }
    }

    internal PlayedSession Open(string machine)
    {
        var session = new PlayedSession(Guid.NewGuid(), machine);
        open[session.Id] = session;
        Opened++;
        return session;
    }

    internal PlayedSession? Find(Guid id) => open.GetValueOrDefault(id);

    internal PlayedSession? Close(Guid id) => open.TryRemove(id, out var session) ? session : null;
}
