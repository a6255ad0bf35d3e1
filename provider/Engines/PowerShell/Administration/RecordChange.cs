using System.Collections.Immutable;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What is to become of one record of a server, and of those that give way to it.</summary>
/// <param name="Gone">Records that were found and are not to be any more.</param>
/// <param name="Before">The record of that partner as it was found; null where there was none.</param>
/// <param name="Wanted">What is to be there; null for a removal.</param>
internal sealed record RecordChange<T>(ImmutableArray<T> Gone, T? Before, T? Wanted)
    where T : class
{
    /// <param name="before">All records before the operation.</param>
    /// <param name="after">All records after it.</param>
    /// <param name="wanted">The record that the operation wrote; null where it removed one.</param>
    /// <param name="isSame">Whether a found record and another have one name and one partner.</param>
    /// <param name="isOfPartner">Whether they have one partner.</param>
    public static RecordChange<T> Between(
        IReadOnlyList<T> before, IReadOnlyList<T> after, T? wanted, Func<T, T, bool> isSame, Func<T, T, bool> isOfPartner)
    {
        ImmutableArray<T> gone = [.. before.Where(record => !after.Any(left => isSame(record, left)))];
        return new RecordChange<T>(
            gone,
            wanted is null
                ? null
                : before.FirstOrDefault(record => isSame(record, wanted)) ?? gone.FirstOrDefault(record => isOfPartner(record, wanted)),
            wanted);
    }
}
