using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using static PartnerTrust.Engines.PowerShell.Cmdlets.ExchangeProperties;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>Looks at the accounts that records are linked to.</summary>
internal sealed class ExchangeAccounts(ServerCalls calls, ExchangeCmdlets cmdlets)
{
    private const string MailUser = "MailUser";

    /// <summary>Null where there is none of that name.</summary>
    public async Task<FoundAccount?> FindAsync(string name, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if ((await calls.FindAsync(cmdlets.GetUser(name), progress, cancellationToken)).FirstOrDefault() is not { } user)
        {
            return null;
        }

        var account = new FoundAccount(user.Text(RecipientType) ?? "", await RolesAsync(name, progress, cancellationToken));
        return account.RecipientType != MailUser
            || (await calls.FindAsync(cmdlets.GetMailUser(name), progress, cancellationToken)).FirstOrDefault() is not { } mail
            ? account
            : account with
            {
                ExternalAddress = mail.Text(ExternalEmailAddress) ?? "",
                IsHidden = mail.Flag(HiddenFromAddressListsEnabled) ?? false,
            };
    }

    /// <summary>The roles in force that the account has itself.</summary>
    public async Task<ImmutableArray<FoundRole>> RolesAsync(string account, IProgress<string> progress, CancellationToken cancellationToken) =>
    [
        .. (await calls.ReadAsync(cmdlets.GetRoleAssignments(account), progress, cancellationToken))
            .Where(assignment => assignment.Flag(Enabled) ?? true)
            .Select(assignment => new FoundRole(assignment.Text(Role) ?? "", assignment.Text(Identity) ?? "")),
    ];

    /// <summary>The default accepted domain, or else any: by its address, not by its name, and no wildcard (domain.md 4.4).</summary>
    public async Task<string?> AddressDomainAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var domains = await calls.ReadAsync(cmdlets.GetAcceptedDomains(), progress, cancellationToken);
        return domains.OrderByDescending(domain => domain.Flag(Default) ?? false).Select(AddressOf).OfType<string>().FirstOrDefault();
    }

    private static string? AddressOf(CmdletObject domain) => domain.Inner(DomainName) is not { } name ? null
        : (name.Flag(IsStar) ?? false) || (name.Flag(IncludeSubDomains) ?? false) ? null
        : name.TextOrNothing(Address) is { } address && !address.Contains('*') ? address
        : null;
}
