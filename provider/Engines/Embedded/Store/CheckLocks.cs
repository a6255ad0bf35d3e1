using PartnerTrust.Emulator.Backend;
using PartnerTrust.Engines.Embedded.Store.Location;

namespace PartnerTrust.Engines.Embedded.Store;

/// <summary>A locked file for every check that runs: the operating system lifts the lock together with the process, even one that is
/// killed.</summary>
internal sealed class CheckLocks(StoreLocation location) : IRunningChecks
{
    public RunningCheck Begin()
    {
        var id = Guid.NewGuid();
        return new RunningCheck(id, location.Guard(() => Lock(id, FileMode.CreateNew)));
    }

    public bool IsRunning(Guid check)
    {
        try
        {
            // Who can lock it is alone with it, and takes it away.
            Lock(check, FileMode.Open).Dispose();
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private FileStream Lock(Guid check, FileMode mode) =>
        StoreLocation.OpenFile(location.CheckLock(check), mode, FileShare.None, FileOptions.DeleteOnClose);
}
