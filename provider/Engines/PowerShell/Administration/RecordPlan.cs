using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>The calls that a product has for one kind of record.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal abstract record RecordCmdlets<T>
    where T : class
{
    /// <summary>Makes the record that a call gives another name; null where the product cannot rename.</summary>
    public virtual bool CanRename => false;

    public abstract string NameOf(T record);

    public abstract bool AreOfOnePartner(T found, T other);

    /// <summary>Whether a found record says what is wanted.</summary>
    /// <param name="found">Of the same partner.</param>
    /// <param name="wanted">What it is to say.</param>
    /// <param name="keysAreCopied">Whether its keys count as those that are wanted.</param>
    public abstract bool Says(T found, T wanted, bool keysAreCopied);

    /// <summary>Whether a record that is there can be made into the wanted one; else it is removed, and another made.</summary>
    public virtual bool CanChange(T found, T wanted) => true;

    public abstract CmdletCall New(T wanted);

    public abstract CmdletCall Change(T found, T wanted);

    public abstract CmdletCall Remove(T found);
}

/// <summary>Brings a server's records to what is wanted, the old before the new: two records of one partner must never stand side by side.
/// Records of others are never touched, whatever their name is by now.</summary>
internal static class RecordPlan
{
    public static ImmutableArray<CmdletCall> Of<T>(
        IReadOnlyList<T> found, RecordChange<T> change, bool keysAreCopied, RecordCmdlets<T> cmdlets)
        where T : class
    {
        var gone = change.Gone.Select(record => Find(found, record, cmdlets)).OfType<T>().ToList();
        if (change.Wanted is not { } wanted)
        {
            return [.. gone.Select(cmdlets.Remove)];
        }

        var there = Find(found, wanted, cmdlets) ?? Renamed(gone, wanted, cmdlets);
        var isKept = there is not null && cmdlets.CanChange(there, wanted);
        if (there is not null && !isKept && !gone.Contains(there))
        {
            gone.Add(there);
        }

        ImmutableArray<CmdletCall> removals = [.. gone.Where(record => !isKept || record != there).Select(cmdlets.Remove)];
        return !isKept ? removals.Add(cmdlets.New(wanted))
            : cmdlets.NameOf(there!) == cmdlets.NameOf(wanted) && cmdlets.Says(there!, wanted, keysAreCopied) ? removals
            : removals.Add(cmdlets.Change(there!, wanted));
    }

    private static T? Find<T>(IReadOnlyList<T> found, T meant, RecordCmdlets<T> cmdlets)
        where T : class => found.FirstOrDefault(record =>
            RecordIdentities.AreNamedAlike(cmdlets.NameOf(record), cmdlets.NameOf(meant)) && cmdlets.AreOfOnePartner(record, meant));

    private static T? Renamed<T>(IEnumerable<T> gone, T wanted, RecordCmdlets<T> cmdlets)
        where T : class => cmdlets.CanRename ? gone.FirstOrDefault(record => cmdlets.AreOfOnePartner(record, wanted)) : null;
}
