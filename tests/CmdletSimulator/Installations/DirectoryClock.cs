using PartnerTrust.Engines.Embedded.Lab;

namespace PartnerTrust.CmdletSimulator.Installations;

/// <summary>The clock of a data directory, as far ahead as somebody has moved it by now.</summary>
internal sealed class DirectoryClock(string directory) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() =>
        (Directory.Exists(directory) ? LabClock.Of(directory, System) : System).GetUtcNow();
}
