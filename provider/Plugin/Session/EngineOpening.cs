using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.PowerShell;
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
        return Task.FromResult<ITrustEngine>(installation.PowerShell is { } settings
            ? OpenPowerShell(OptionsOf(installation, settings, environment), environment)
            : OpenEmbedded(installation, environment));
    }

    /// <summary>What the engine of real servers is opened with.</summary>
    public static PowerShellOptions OptionsOf(Installation installation, PowerShellSettings settings, SessionEnvironment environment) =>
        new([.. installation.Servers.Values], installation.Mailboxes, settings.Shells)
        {
            Timeouts = settings.Timeouts,
            Transcript = settings.Transcript,
            MakeKey = environment.MakeKey,
        };

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

    private static PowerShellEngine OpenPowerShell(PowerShellOptions options, SessionEnvironment environment) =>
        PowerShellEngine.Open(options, environment.Time);

    private static EmbeddedEngine OpenEmbedded(Installation installation, SessionEnvironment environment)
    {
        var options = new EmbeddedOptions([.. installation.Servers.Values], installation.Mailboxes, installation.DataDirectory ?? "")
        {
            MakeKey = environment.MakeKey,
        };
        return EmbeddedEngine.Open(options, environment.Time, environment.Logs);
    }
}
