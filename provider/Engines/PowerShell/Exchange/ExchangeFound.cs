using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Administration;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>All that a plan depends on.</summary>
/// <param name="Sight">What a look showed.</param>
/// <param name="Account">The account that the wanted record is to be linked to; null where there is none of that name.</param>
/// <param name="AddressDomain">An accepted domain for the address of an account that is to be made; null where there is none, and where none is
/// needed.</param>
internal sealed record ExchangeFound(ServerSight Sight, FoundAccount? Account, string? AddressDomain);

/// <summary>A user in the directory.</summary>
/// <param name="RecipientType">As <c>Get-User</c> tells it: <c>User</c>, <c>MailUser</c>, <c>UserMailbox</c> and others.</param>
/// <param name="Roles">The roles that it has itself.</param>
internal sealed record FoundAccount(string RecipientType, ImmutableArray<FoundRole> Roles)
{
    /// <summary>Where a mail user's mail goes; null for another kind of user.</summary>
    public string? ExternalAddress { get; init; }

    public bool IsHidden { get; init; }
}

/// <param name="Role">The role's name.</param>
/// <param name="Assignment">The identity of its assignment.</param>
internal sealed record FoundRole(string Role, string Assignment);
