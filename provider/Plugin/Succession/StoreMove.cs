using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Succession;

/// <summary>Another data directory for a stack: it must hold the store that is left.</summary>
internal sealed class StoreMove(ProviderSession session)
{
    private static readonly string Busy = FaultCatalogue.StoreBusy("", null).Code;

    /// <summary>A store that can no longer be read may be left: that is how one gets out of a directory of somebody else, or of one that was
    /// damaged and restored elsewhere. What the stack has in it is still refused by each resource that another store is asked for.</summary>
    /// <param name="before">The directory that is left.</param>
    /// <param name="after">The one that takes its place.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task PassAsync(string before, string after, CancellationToken cancellationToken)
    {
        if (await LeftAsync(before, cancellationToken) is not { } left)
        {
            return;
        }

        await using var entered = await session.OpenAtAsync(after, cancellationToken);
        if (entered.Ledger is { } ledger)
        {
            await StoreBond.RequireSameAsync(left, ledger, cancellationToken);
        }
    }

    /// <summary>Null where none can be read, or none is in use.</summary>
    private async Task<StoreInUse?> LeftAsync(string directory, CancellationToken cancellationToken)
    {
        try
        {
            await using var left = await session.OpenAtAsync(directory, cancellationToken);
            return left.Ledger is { } ledger ? await StoreInUse.FindAsync(ledger, cancellationToken) : null;
        }
        catch (FaultException unreadable) when (unreadable.Faults[0].Code != Busy)
        {
            return null;
        }
    }
}
