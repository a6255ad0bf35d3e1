namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>Names of accounts: alone, or after the folder in which they lie, as in <c>litwareinc.com/Users/LyncEnterprise-ApplicationAccount</c>.
/// </summary>
internal static class AccountNames
{
    public static string Own(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>Null where none is named.</summary>
    public static string? Folder(string name) => name.LastIndexOf('/') is > 0 and var at ? name[..at] : null;

    public static bool AreOne(string? one, string? other) => one is not null && other is not null
        && Own(one).Equals(Own(other), StringComparison.OrdinalIgnoreCase);
}
