using PartnerTrust.Emulator.Backend;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Clears up after checks that ended before they had deleted their item, killed ones for instance. A check that still runs, here or in
/// another process, keeps its item.</summary>
internal sealed class LeftItems(MailboxClient mailbox, StorageFolder folder, IRunningChecks checks)
{
    /// <summary>Whatever hinders it, the check that clears up will tell of it when it writes an item of its own.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (item, check) in await mailbox.FindMarkedAsync(folder, cancellationToken))
            {
                if (!checks.IsRunning(check))
                {
                    await mailbox.DeleteAsync(item, cancellationToken);
                }
            }
        }
        catch (Exception hindrance) when (hindrance is CheckFailure or FaultException)
        {
        }
    }
}
