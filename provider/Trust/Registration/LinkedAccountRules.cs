using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Registration;

/// <summary>Whose roles a call without a user has on Exchange (domain.md 4.4, 5.8).</summary>
public static class LinkedAccountRules
{
    private const int LongestName = 64;

    private static readonly ImmutableSortedSet<string> Lync = Set("UserApplication", "ArchiveApplication");

    private static readonly ImmutableSortedSet<string> SharePoint =
        Set("UserApplication", "LegalHoldApplication", "Mailbox Search", "TeamMailboxLifecycleApplication", "Legal Hold");

    /// <summary>What else Exchange has for applications (domain.md 4.4, 5.8).</summary>
    private static readonly ImmutableArray<string> Known =
        [.. Lync, .. SharePoint, "MeetingGraphApplication", "MailboxSearchApplication", "OfficeExtensionApplication", "ApplicationImpersonation"];

    private static readonly ImmutableSortedSet<string> Generic = Set("UserApplication");

    /// <summary>The roles that the vendor's script gives a partner of this kind, on every build; later ones know MeetingGraphApplication
    /// too.</summary>
    public static ImmutableSortedSet<string> DefaultRoles(string applicationIdentifier) => applicationIdentifier switch
    {
        WellKnownApplications.Lync => Lync,
        WellKnownApplications.SharePoint => SharePoint,
        _ => Generic,
    };

    /// <summary>The account name that the vendor's script uses, so that its accounts are found again.</summary>
    public static string DefaultName(string applicationIdentifier) => applicationIdentifier switch
    {
        WellKnownApplications.Lync => "LyncEnterprise-ApplicationAccount",
        WellKnownApplications.SharePoint => "SharePointEnterprise-ApplicationAccount",
        _ => "GenericEnterprise-ApplicationAccount",
    };

    /// <summary>What is wrong with the account's name; null when it can be one: 64 characters, as of every object in the directory. What stands
    /// before a slash is the folder in which it lies, as in <c>litwareinc.com/Users/Exchange Online-ApplicationAccount</c> (domain.md 8 row
    /// 24).</summary>
    public static Fault? RefuseName(string name)
    {
        var own = name[(name.LastIndexOf('/') + 1)..];
        return Blanks.Are(own) || own.Length > LongestName || name.Any(char.IsControl)
            ? FaultCatalogue.NameInvalid("linkedAccount.name", own, LongestName, hasFolder: true)
            : null;
    }

    /// <summary>What calls without a user will miss; null when nothing. An authorization server's partner brings its own rights.</summary>
    public static Fault? Check(PartnerApplication record)
    {
        if (record.Source is PartnerSource.AuthorizationServer)
        {
            return null;
        }

        if (record.LinkedAccount is not { } account)
        {
            return FaultCatalogue.AccountNotLinked(record.Name);
        }

        var missing = DefaultRoles(record.ApplicationIdentifier).Except(account.Roles);
        return missing.IsEmpty ? null : FaultCatalogue.RolesMissing(account.Name, missing);
    }

    /// <summary>The roles that are probably mistyped: none of Exchange's own, and near one of them. Others may be roles that somebody made.</summary>
    public static IEnumerable<Fault> Mistyped(LinkedAccount account) =>
        from role in account.Roles
        where !Known.Contains(role, StringComparer.OrdinalIgnoreCase)
        let nearest = Suggestion.For(role, Known)
        where nearest is not null
        select FaultCatalogue.RoleUnknown(account.Name, role, nearest);

    private static ImmutableSortedSet<string> Set(params string[] roles) => ImmutableSortedSet.Create(StringComparer.Ordinal, roles);
}
