using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Succession;

/// <summary>To which store a resource's state belongs. A store that is empty, or another, because its directory was moved, mistyped or deleted,
/// would make every resource look gone: it is refused before anything is concluded from it.</summary>
internal static class StoreBond
{
    private const string Store = "__store";
    private const string Identity = "identity";
    private const string Place = "place";

    /// <summary>The outputs, with the store that they were written to. A store that was moved or copied is the same; then the state stays as it
    /// was.</summary>
    public static async Task<PropertyMap> TieAsync(
        ITrustEngine engine, PropertyMap outputs, PropertyMap recorded, CancellationToken cancellationToken)
    {
        if (engine.Ledger is not { } ledger || await ledger.FindIdentityAsync(cancellationToken) is not { } identity)
        {
            return outputs;
        }

        var text = identity.ToString("D");
        return outputs.Set(Store, recorded.Map(Store) is { } known && known.Text(Identity) == text
            ? known
            : PropertyMap.Of((Identity, text), (Place, ledger.Place)));
    }

    /// <summary>Refuses to go on with another store than that of the recorded outputs; outputs that name none pass.</summary>
    public static async Task RequireAsync(ITrustEngine engine, PropertyMap recorded, CancellationToken cancellationToken)
    {
        if (engine.Ledger is { } ledger && recorded.Map(Store) is { } known && Guid.TryParse(known.Text(Identity), out var identity)
            && await ledger.FindIdentityAsync(cancellationToken) is var found && found != identity)
        {
            throw new FaultException(FaultCatalogue.StoreOfOtherState(ledger.Place, found, known.Text(Place) ?? "", identity));
        }
    }

    /// <summary>Refuses to leave a store that is in use for another one.</summary>
    public static async Task RequireSameAsync(StoreInUse before, IInstanceLedger after, CancellationToken cancellationToken)
    {
        if (await after.FindIdentityAsync(cancellationToken) is var found && found != before.Identity)
        {
            throw new FaultException(FaultCatalogue.StoreOfOtherState(after.Place, found, before.Place, before.Identity));
        }
    }
}
