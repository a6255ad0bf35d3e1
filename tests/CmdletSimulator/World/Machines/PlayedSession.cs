using System.Collections.Concurrent;

namespace PartnerTrust.CmdletSimulator.World.Machines;

/// <summary>A session to a machine.</summary>
/// <param name="Id">Its instance id.</param>
/// <param name="Machine">Fqdn of the other end.</param>
public sealed record PlayedSession(Guid Id, string Machine)
{
    /// <summary>Names of the modules that were imported from it.</summary>
    internal ConcurrentQueue<string> Modules { get; } = new();
}
