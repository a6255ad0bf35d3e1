namespace PartnerTrust.Emulator.Backend;

/// <summary>Which connectivity checks run at this moment, in whatever process on the same data directory.</summary>
public interface IRunningChecks
{
    /// <summary>Counts a new check as running until it is disposed of, or until its process ends, however it ends.</summary>
    RunningCheck Begin();

    /// <summary>False for a check that has ended, was killed, or never was.</summary>
    bool IsRunning(Guid check);
}
