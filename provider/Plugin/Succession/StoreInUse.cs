using PartnerTrust.Engines.Contract.Capabilities;

namespace PartnerTrust.Plugin.Succession;

/// <summary>A store that something was written to.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="Identity">What tells it from every other.</param>
internal sealed record StoreInUse(string Place, Guid Identity)
{
    /// <summary>Null for one that is empty, or not there.</summary>
    public static async Task<StoreInUse?> FindAsync(IInstanceLedger ledger, CancellationToken cancellationToken) =>
        await ledger.IsInUseAsync(cancellationToken) && await ledger.FindIdentityAsync(cancellationToken) is { } identity
            ? new StoreInUse(ledger.Place, identity)
            : null;
}
