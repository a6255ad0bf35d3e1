using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Session;

/// <summary>Opens the engine that the configuration names. Nothing else in the plugin tells one engine from another.</summary>
public static class EngineOpening
{
    public static Task<ITrustEngine> OpenAsync(Installation installation, SessionEnvironment environment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (installation.Engine != EngineNames.Embedded)
        {
            throw new FaultException(FaultCatalogue.EngineUnavailable(installation.Engine));
        }

        var options = new EmbeddedOptions([.. installation.Servers.Values], installation.Mailboxes, installation.DataDirectory ?? "")
        {
            MakeKey = environment.MakeKey,
        };
        return Task.FromResult<ITrustEngine>(EmbeddedEngine.Open(options, environment.Time, environment.Logs));
    }

    /// <summary>The clock by which the servers go. The emulated ones have that of their data directory, which may be ahead of the
    /// machine's.</summary>
    public static TimeProvider ClockOf(Installation installation, TimeProvider machine) =>
        installation is { Engine: EngineNames.Embedded, DataDirectory: { } directory } ? LabClock.Of(directory, machine) : machine;

    /// <summary>What would keep the engine from working; null when nothing would.</summary>
    /// <param name="installation">The settings.</param>
    /// <param name="directory">Where its data are; null while that is not known.</param>
    public static Fault? Obstacle(Installation installation, string? directory) =>
        installation.Engine == EngineNames.Embedded && directory is not null
            ? DataDirectory.Examine(directory) ?? DataDirectory.ExamineAccess(directory)
            : null;
}
