using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>The calls that a product has for one kind of record.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal abstract record RecordCmdlets<T>
    where T : class
{
    /// <summary>Whether a record can be given another name.</summary>
    public virtual bool CanRename => false;

    public abstract string NameOf(T record);

    public abstract bool AreOfOnePartner(T found, T other);

    /// <summary>Whether a found record says what is wanted, but for the keys.</summary>
    /// <param name="found">Of the same partner.</param>
    /// <param name="wanted">What it is to say.</param>
    public abstract bool Says(T found, T wanted);

    /// <summary>Whether it is seen to hold the keys that are wanted.</summary>
    public abstract bool Holds(T found, T wanted);

    /// <summary>Whether a record that is there can be made into the wanted one; else it is removed, and another made.</summary>
    public virtual bool CanChange(T found, T wanted) => true;

    public abstract CmdletCall New(T wanted);

    public abstract CmdletCall Change(T found, T wanted);

    /// <summary>What is said by further calls, once the record is there.</summary>
    /// <param name="found">The record as it was; null for a new one.</param>
    /// <param name="wanted">What it is to be.</param>
    public virtual IEnumerable<CmdletCall> Complete(T? found, T wanted) => [];

    public abstract CmdletCall Remove(T found);
}

/// <summary>Brings a server's records to what is wanted, the old before the new: two records of one partner must never stand side by side.
/// Records of others are never touched, whatever their name is by now.</summary>
internal static class RecordPlan
{
    public static CmdletPlan Of<T>(IReadOnlyList<T> found, RecordChange<T> change, RecordCmdlets<T> cmdlets)
        where T : class
    {
        var gone = change.Gone.Select(record => Find(found, record, cmdlets)).OfType<T>().ToList();
        if (change.Wanted is not { } wanted)
        {
            return new CmdletPlan([.. gone.Select(cmdlets.Remove)]);
        }

        var there = Find(found, wanted, cmdlets) ?? Renamed(gone, wanted, cmdlets);
        var kept = there is not null && cmdlets.CanChange(there, wanted) ? there : null;
        ImmutableArray<CmdletCall> removals =
            [.. gone.Append(there).OfType<T>().Distinct().Where(record => record != kept).Select(cmdlets.Remove)];
        return kept is null
            ? new CmdletPlan([.. removals, cmdlets.New(wanted), .. cmdlets.Complete(null, wanted)])
            : Changed(kept, wanted, removals, cmdlets);
    }

    private static CmdletPlan Changed<T>(T found, T wanted, ImmutableArray<CmdletCall> removals, RecordCmdlets<T> cmdlets)
        where T : class
    {
        var says = (!cmdlets.CanRename || cmdlets.NameOf(found) == cmdlets.NameOf(wanted)) && cmdlets.Says(found, wanted);
        if (says && cmdlets.Holds(found, wanted))
        {
            return new CmdletPlan([.. removals, .. cmdlets.Complete(found, wanted)]);
        }

        var call = cmdlets.Change(found, wanted);
        return new CmdletPlan([.. removals, call, .. cmdlets.Complete(found, wanted)]) { ForKeysAlone = says ? [call] : [] };
    }

    private static T? Find<T>(IReadOnlyList<T> found, T meant, RecordCmdlets<T> cmdlets)
        where T : class => found.FirstOrDefault(record =>
            RecordIdentities.AreNamedAlike(cmdlets.NameOf(record), cmdlets.NameOf(meant)) && cmdlets.AreOfOnePartner(record, meant));

    private static T? Renamed<T>(IEnumerable<T> gone, T wanted, RecordCmdlets<T> cmdlets)
        where T : class => cmdlets.CanRename ? gone.FirstOrDefault(record => cmdlets.AreOfOnePartner(record, wanted)) : null;
}
