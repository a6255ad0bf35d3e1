using PartnerTrust.Engines.Contract.Capabilities;

namespace PartnerTrust.Engines.Contract;

/// <summary>Tells which commands operations would run on the servers. It runs none that changes anything.</summary>
public interface ICommandPlanner
{
    /// <summary>An engine to do operations to: they are done to <paramref name="planned"/>, and what they would run is told.</summary>
    /// <param name="planned">The trust as it will be once everything that was planned before is done; it stays the caller's to dispose.</param>
    /// <param name="plan">Is told, in the order in which the commands would run.</param>
    ITrustEngine Over(ITrustEngine planned, ICommandPlan plan);
}
