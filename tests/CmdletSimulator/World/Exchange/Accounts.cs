using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>Users and mail users, as far as linked accounts need them (domain.md 4.4).</summary>
internal sealed class Accounts(WorldStore store, ExchangeDirectory directory) : INoun
{
    internal const string Kind = "Account";
    private readonly LinkedRoles roles = new(store, directory);

    public void AddTo(CmdletTable table) => table
        .Add("Get-User", GetAsync)
        .Add("Get-MailUser", GetAsync)
        .Add("New-MailUser", NewAsync)
        .Add("Set-MailUser", SetAsync)
        .Add("Remove-MailUser", RemoveAsync);

    public static ExchangeAccount? Find(DirectoryCall on, string identity) => on.Organisation.Accounts.Values.FirstOrDefault(account =>
        on.Sees(Kind, account.Name) && (Things.IsNamed(account.Name, identity)
            || Things.IsNamed(DirectoryObjects.CanonicalName(account.Name, on.Organisation), identity)
            || identity.StartsWith($"CN={account.Name},", StringComparison.OrdinalIgnoreCase)
            || Things.IsNamed(account.Id.ToString(), identity)));

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await roles.ReadAsync(server, cancellationToken);
        var on = new DirectoryCall(call, directory.Of(server));
        if (call.Text("Identity") is { } identity)
        {
            return Find(on, identity) is { } found && IsShown(call, found)
                ? PlayedAnswer.Of(Shown(found, on))
                : throw on.NotFound(identity);
        }

        return PlayedAnswer.Of(on.Organisation.Accounts.Values.Where(account => IsShown(call, account) && on.Sees(Kind, account.Name))
            .OrderBy(account => account.Name, StringComparer.Ordinal).Select(account => Shown(account, on)));
    }

    private async Task<PlayedAnswer> NewAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await roles.ReadAsync(server, cancellationToken);
        var on = new DirectoryCall(call, directory.Of(server));
        var account = new ExchangeAccount(call.Required("Name")) { ExternalEmailAddress = call.Text("ExternalEmailAddress") };
        if (!on.Organisation.Accounts.TryAdd(account.Name, account))
        {
            throw ExchangeErrors.Present(call.Cmdlet, account.Name);
        }

        on.Made(Kind, account.Name);
        return PlayedAnswer.Of(Shown(account, on));
    }

    private async Task<PlayedAnswer> SetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var (on, account) = await RequireAsync(call, server, cancellationToken);
        on.Organisation.Accounts[account.Name] = account with
        {
            IsHidden = call.Flag("HiddenFromAddressListsEnabled") ?? account.IsHidden,
            ExternalEmailAddress = call.Has("ExternalEmailAddress") ? call.Text("ExternalEmailAddress") : account.ExternalEmailAddress,
        };
        return PlayedAnswer.Nothing;
    }

    private async Task<PlayedAnswer> RemoveAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var (on, account) = await RequireAsync(call, server, cancellationToken);
        on.Organisation.Accounts.TryRemove(account.Name, out _);
        foreach (var assignment in LinkedRoles.AssignmentsOf(on.Organisation, account.Name))
        {
            on.Organisation.Assignments.TryRemove(assignment.Name, out _);
        }

        await store.WriteAsync(
            session =>
            {
                foreach (var record in session.PartnerApplications.List(server.Fqdn, null, int.MaxValue)
                    .Where(record => record.LinkedAccount is { } linked && Things.IsNamed(linked.Name, account.Name)))
                {
                    session.PartnerApplications.Save(record with { LinkedAccount = null });
                }
            },
            cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private async Task<(DirectoryCall On, ExchangeAccount Account)> RequireAsync(
        PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await roles.ReadAsync(server, cancellationToken);
        var on = new DirectoryCall(call, directory.Of(server));
        var identity = call.Required("Identity");
        return Find(on, identity) is { Kind: ExchangeAccount.MailUser } account ? (on, account) : throw on.NotFound(identity);
    }

    private static bool IsShown(PlayedCall call, ExchangeAccount account) =>
        call.Cmdlet == "Get-MailUser" ? account.Kind == ExchangeAccount.MailUser : account.IsUser;

    private static PlayedValue.Thing Shown(ExchangeAccount account, DirectoryCall on)
    {
        var settings = on.Organisation.SettingsOf(Kind, account.Name) with { Id = account.Id };
        var shown = DirectoryObjects.Of(
            on.Cmdlet == "Get-User" ? "Management.User" : "Management.MailUser",
            account.Name,
            on,
            settings,
            "CN=Users",
            ("SamAccountName", PlayedValue.Of(account.Name)),
            ("UserPrincipalName", PlayedValue.Of($"{account.Name}@{on.Organisation.Server.Realm}")),
            ("RecipientType", Kinds("RecipientType", account.Kind)),
            ("RecipientTypeDetails", Kinds("RecipientTypeDetails", account.Kind)),
            ("ExternalEmailAddress", PlayedValue.Of(account.ExternalEmailAddress is { } address ? $"SMTP:{address}" : null)),
            ("HiddenFromAddressListsEnabled", PlayedValue.Of(account.IsHidden)));
        return shown with
        {
            Properties = [.. shown.Properties.Select(property => property.Name is "Identity" or "Id"
                ? property with { Value = DirectoryObjects.AccountId(account, on.Organisation) }
                : property)],
        };
    }

    private static PlayedValue.Enumeration Kinds(string type, string kind) => Things.Enumeration(
        $"Microsoft.Exchange.Data.Directory.Recipient.{type}", kind, "Invalid", "User", "UserMailbox", "MailUser", "Contact", "MailContact");
}
