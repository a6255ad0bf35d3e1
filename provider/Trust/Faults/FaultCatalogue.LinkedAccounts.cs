namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The linked account lacks roles that the partner's features need.</summary>
    /// <cause>The program lists fewer roles than the vendor's script gives, or somebody took one away on the server. Calls for users may go on; what
    /// the partner does by itself fails, such as writing to the archive without <c>ArchiveApplication</c>.</cause>
    /// <seen>Each missing role has no line in
    /// <code>Get-ManagementRoleAssignment -RoleAssignee LyncEnterprise-ApplicationAccount | Format-List Role, Enabled</code>
    /// <para>Exchange may refuse a call with 401 and code 2000008 in <c>x-ms-diagnostics</c>.</para></seen>
    /// <remedy>Add the roles to <c>linkedAccount.roles</c>, or leave <c>roles</c> out: then the account has those that the partner needs. The next
    /// update assigns them. By hand:
    /// <code>New-ManagementRoleAssignment -Role ArchiveApplication -User LyncEnterprise-ApplicationAccount</code></remedy>
    /// <sign>2000008</sign>
    public static Fault RolesMissing(string account, IEnumerable<string> missing) => new(
        "PT4009", "linkedAccount.roles",
        $"The linked account {Quote(account)} lacks {string.Join(", ", missing)}.",
        "the roles that the partner's features need.",
        $"Add {string.Join(", ", missing)} to linkedAccount.roles.")
    {
        IsWarning = true,
    };

    /// <summary>A role of a linked account is none of Exchange's own, and looks like one of them.</summary>
    /// <cause>A letter is missing or too much in the name of a role. If nothing is done, the update on a real server fails, because Exchange has no
    /// such role (PT8122), unless your organization has made one of that name.</cause>
    /// <seen>The roles that there are:
    /// <code>Get-ManagementRole | Format-List Name</code></seen>
    /// <remedy>Correct the name in <c>linkedAccount.roles</c>. Leave it where it is that of a management role of your own; the warning then stays,
    /// and may be passed over.</remedy>
    public static Fault RoleUnknown(string account, string role, string nearest) => new(
        "PT4036", "linkedAccount.roles",
        $"The role {Quote(role)} of the linked account {Quote(account)} is none of Exchange's own.",
        $"probably {Quote(nearest)}.",
        $"Correct it to {Quote(nearest)}; a management role of your own by that name is taken as it is.")
    {
        IsWarning = true,
    };

    /// <summary>There is no linked account, so calls without a user are refused.</summary>
    /// <cause>The record was made without <c>linkedAccount</c>, or somebody removed the account or its link. Exchange then serves the partner only
    /// where a call is made for a user: archiving and whatever else the partner does by itself stop.</cause>
    /// <seen><c>LinkedAccount</c> is empty:
    /// <code>Get-PartnerApplication | Format-List Name, LinkedAccount</code>
    /// <para>Exchange refuses calls without a user with 401 and <c>x-ms-diagnostics: 2000008;reason="The token should have valid permissions or
    /// linked account associated with partner application '…'.";error_category="invalid_grant"</c>.</para></seen>
    /// <remedy>Give the PartnerApplication a <c>linkedAccount</c>; the vendor's script calls that of Lync <c>LyncEnterprise-ApplicationAccount</c>.
    /// The next update makes the account with its roles, or takes the one that is there. In a hybrid, the account of the record <c>Exchange
    /// Online</c> is <c>Exchange Online-ApplicationAccount</c>:
    /// <code>
    /// $name = "&lt;domain&gt;/Users/Exchange Online-ApplicationAccount"
    /// Set-PartnerApplication -Identity "Exchange Online" -LinkedAccount $name
    /// </code></remedy>
    /// <sign>2000008</sign>
    /// <sign>error_category="invalid_grant"</sign>
    /// <sign>The token should have valid permissions or linked account associated with partner application '…'.</sign>
    public static Fault AccountNotLinked(string name) => new(
        "PT4010", "linkedAccount",
        $"{Quote(name)} has no linked account.",
        "an account whose roles say what the partner may do without a user.",
        "Set linkedAccount, unless every call is made for a user.")
    {
        IsWarning = true,
    };
}
