namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <param name="Name">Its common name.</param>
/// <param name="Kind">Its recipient type, for example <c>MailUser</c>, <c>User</c> or <c>MailContact</c>.</param>
public sealed record ExchangeAccount(string Name, string Kind = ExchangeAccount.MailUser)
{
    public const string MailUser = "MailUser";

    public Guid Id { get; init; } = Guid.NewGuid();

    public string? ExternalEmailAddress { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>Whether <c>Get-User</c> finds it: contacts and groups are no users.</summary>
    internal bool IsUser => Kind is "User" or "MailUser" or "UserMailbox";
}

/// <param name="Name">Of the assignment.</param>
/// <param name="Role">Of the management role.</param>
/// <param name="Assignee">Name of the account.</param>
public sealed record RoleAssignment(string Name, string Role, string Assignee)
{
    public Guid Id { get; init; } = Guid.NewGuid();
}

/// <param name="Name">Of the object, which need not be the domain's.</param>
/// <param name="DomainName">The domain, or <c>*.</c> and a domain.</param>
public sealed record AcceptedDomain(string Name, string DomainName)
{
    public bool IsDefault { get; init; }
}

/// <summary>What a record of a partner holds that has no place in a trust.</summary>
internal sealed record RecordSettings
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public string AccountType { get; init; } = "OrganizationalAccount";

    public IReadOnlyList<string>? AppOnlyPermissions { get; init; }

    public IReadOnlyList<string>? ActAsPermissions { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Changed { get; init; }
}
