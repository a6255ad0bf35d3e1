namespace PartnerTrust.Engines.Files;

/// <summary>What a Windows access list makes of a file that is to be one account's alone. SYSTEM and the administrators are trusted, as root is on
/// Unix: nothing keeps them out. The identifiers are those of MS-DTYP 2.4.2.4, the rights those of MS-DTYP 2.4.3 and MS-SMB2 2.2.13.1.</summary>
internal static class AccessRules
{
    public const string System = "S-1-5-18";
    public const string Administrators = "S-1-5-32-544";
    private const string CreatorOwner = "S-1-3-0";
    private const string OwnerRights = "S-1-3-4";
    private const string Everyone = "S-1-1-0";
    private const string TrustedInstaller = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";

    /// <summary>All rights of a file.</summary>
    public const int FullControl = 0x1F01FF;

    /// <summary>Writing and appending, deleting it or what lies in it, changing its list or its owner, and what stands for all of these.</summary>
    private const int Writing = 0x2 | 0x4 | 0x40 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000;

    /// <summary>Who but the owner, the user and the system itself may write, each once.</summary>
    public static IReadOnlyList<string> OtherWriters(IReadOnlyCollection<AccessEntry> entries, string owner, string user) =>
    [
        .. entries.Where(entry => entry.IsAllowed && (entry.Rights & Writing & ~Denied(entries, entry.Account)) != 0)
            .Select(entry => entry.Account).Distinct().Where(account => account != owner && account != user && !IsOfTheSystem(account)),
    ];

    /// <summary>Whether the file belongs to the user, or to whom nothing could be kept from.</summary>
    public static bool IsSafeOwner(string owner, string user) => owner == user || owner is System or Administrators or TrustedInstaller;

    /// <summary>Whether the list says what <see cref="WindowsAccess"/> would write: the user and SYSTEM may do all, nobody else anything.</summary>
    public static bool IsClosed(IReadOnlyCollection<AccessEntry> entries, string user) =>
        entries.All(entry => entry.IsAllowed && entry.Account is var account && (account == user || account == System))
        && entries.Any(entry => entry.Account == user && (entry.Rights & FullControl) == FullControl);

    private static bool IsOfTheSystem(string account) => account is System or Administrators or CreatorOwner or OwnerRights or TrustedInstaller;

    private static int Denied(IEnumerable<AccessEntry> entries, string account) => entries
        .Where(entry => !entry.IsAllowed && (entry.Account == account || entry.Account == Everyone))
        .Aggregate(0, (rights, entry) => rights | entry.Rights);
}
