using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>The calls that make a linked account what the vendor's script makes it (domain.md 4.4), under the user's name, and each only where it
/// is needed. No account is ever removed.</summary>
internal static class AccountPlan
{
    private const string AddressType = "SMTP:";

    /// <summary>What the vendor's script takes as it is.</summary>
    private static readonly ImmutableArray<string> Usable = ["User", "MailUser"];

    /// <param name="server">The organization.</param>
    /// <param name="found">What is there.</param>
    /// <param name="wanted">The account and its roles.</param>
    /// <param name="isOurs">Whether the record was linked to the account before: only then is it known that somebody declared its roles, and those
    /// that are not declared any more are taken from it.</param>
    /// <param name="cmdlets">The cmdlets.</param>
    public static ImmutableArray<CmdletCall> Of(
        Server server, ExchangeFound found, LinkedAccount wanted, bool isOurs, ExchangeCmdlets cmdlets)
    {
        var name = AccountNames.Own(wanted.Name);
        if (found.Account is not { } account)
        {
            var address = Address(server, found, name);
            return
            [
                cmdlets.NewMailUser(name, address, AccountNames.Folder(wanted.Name)),
                cmdlets.HideMailUser(wanted.Name),
                .. wanted.Roles.Select(role => cmdlets.AssignRole(role, wanted.Name)),
            ];
        }

        if (!Usable.Contains(account.RecipientType))
        {
            throw new FaultException(FaultCatalogue.AccountOfOtherKind(server.Fqdn, name, account.RecipientType));
        }

        var roles = account.Roles.Select(role => role.Role).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. IsHalfMade(account, found, name) ? [cmdlets.HideMailUser(wanted.Name)] : ImmutableArray<CmdletCall>.Empty,
            .. wanted.Roles.Where(role => !roles.Contains(role)).Select(role => cmdlets.AssignRole(role, wanted.Name)),
            .. isOurs
                ? account.Roles.Where(role => !wanted.Roles.Contains(role.Role, StringComparer.OrdinalIgnoreCase))
                    .Select(role => cmdlets.RemoveRoleAssignment(role.Assignment))
                : [],
        ];
    }

    /// <summary>Made as here, but not hidden yet: its making was interrupted. Other accounts are left as visible as they are.</summary>
    private static bool IsHalfMade(FoundAccount account, ExchangeFound found, string name) =>
        account is { IsHidden: false, ExternalAddress: { } address } && found.AddressDomain is { } domain
        && (address.StartsWith(AddressType, StringComparison.OrdinalIgnoreCase) ? address[AddressType.Length..] : address)
            .Equals($"{LocalPart(name)}@{domain}", StringComparison.OrdinalIgnoreCase);

    private static string Address(Server server, ExchangeFound found, string name) => found.AddressDomain is { } domain
        ? $"{LocalPart(name)}@{domain}"
        : throw new FaultException(FaultCatalogue.AccountDomainMissing(server.Fqdn, name));

    /// <summary>Names may hold what addresses may not.</summary>
    private static string LocalPart(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-')).Trim('.');
}
