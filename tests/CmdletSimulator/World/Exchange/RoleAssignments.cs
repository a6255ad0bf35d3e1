using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>Who has which management role (domain.md 4.4).</summary>
internal sealed class RoleAssignments(WorldStore store, ExchangeDirectory directory) : INoun
{
    private const string Kind = "RoleAssignment";
    private readonly LinkedRoles roles = new(store, directory);

    public void AddTo(CmdletTable table) => table
        .Add("Get-ManagementRoleAssignment", GetAsync)
        .Add("New-ManagementRoleAssignment", NewAsync)
        .Add("Remove-ManagementRoleAssignment", RemoveAsync)
        .Add("Get-ManagementRole", GetRoles);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await roles.ReadAsync(server, cancellationToken);
        var on = new DirectoryCall(call, directory.Of(server));
        var all = on.Organisation.Assignments.Values.Where(assignment => on.Sees(Kind, assignment.Name));
        if (call.Text("Identity") is { } identity)
        {
            var found = all.Where(assignment => Answers(assignment, identity)).ToList();
            return found.Count > 0 ? PlayedAnswer.Of(found.Select(assignment => Shown(assignment, on))) : throw on.NotFound(identity);
        }

        if (call.Text("RoleAssignee") is { } assignee)
        {
            var account = Accounts.Find(on, assignee) ?? throw on.NotFound(assignee);
            all = all.Where(assignment => Things.IsNamed(assignment.Assignee, account.Name));
        }

        return PlayedAnswer.Of(all.Where(assignment => call.Text("Role") is not { } role || Things.IsNamed(assignment.Role, role))
            .OrderBy(assignment => assignment.Name, StringComparer.Ordinal).Select(assignment => Shown(assignment, on)));
    }

    private async Task<PlayedAnswer> NewAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await roles.ReadAsync(server, cancellationToken);
        var on = new DirectoryCall(call, directory.Of(server));
        if (call.Set != "User")
        {
            throw new PlayedErrorException(WorldErrors.Unplayed("New-ManagementRoleAssignment is played for the set User alone."));
        }

        var role = on.Organisation.Roles.Keys.FirstOrDefault(known => Things.IsNamed(known, call.Required("Role")))
            ?? throw on.NotFound(call.Required("Role"));
        var account = Accounts.Find(on, call.Required("User")) ?? throw on.NotFound(call.Required("User"));
        var assignment = new RoleAssignment(call.Text("Name") ?? $"{role}-{account.Name}", role, account.Name);
        if (!on.Organisation.Assignments.TryAdd(assignment.Name, assignment))
        {
            throw ExchangeErrors.Present(call.Cmdlet, assignment.Name);
        }

        on.Made(Kind, assignment.Name);
        await roles.WriteAsync(server, account.Name, cancellationToken);
        return PlayedAnswer.Of(Shown(assignment, on));
    }

    private async Task<PlayedAnswer> RemoveAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await roles.ReadAsync(server, cancellationToken);
        var on = new DirectoryCall(call, directory.Of(server));
        var identity = call.Required("Identity");
        var found = on.Organisation.Assignments.Values.FirstOrDefault(assignment => on.Sees(Kind, assignment.Name) && Answers(assignment, identity))
            ?? throw on.NotFound(identity);
        on.Organisation.Assignments.TryRemove(found.Name, out _);
        await roles.WriteAsync(server, found.Assignee, cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private PlayedAnswer GetRoles(PlayedCall call, Server server)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        var found = on.Organisation.Roles.Keys.Where(role => call.Text("Identity") is not { } identity || Things.IsNamed(role, identity)).ToList();
        return found.Count == 0 && call.Text("Identity") is { } missing
            ? throw on.NotFound(missing)
            : PlayedAnswer.Of(found.Order(StringComparer.Ordinal).Select(role => DirectoryObjects.Of(
                "SystemConfiguration.ExchangeRole", role, on, on.Organisation.SettingsOf("Role", role), "CN=Roles,CN=RBAC")));
    }

    private static bool Answers(RoleAssignment assignment, string identity) =>
        Things.IsNamed(assignment.Name, identity) || Things.IsNamed(assignment.Id.ToString(), identity)
        || identity.StartsWith($"CN={assignment.Name},", StringComparison.OrdinalIgnoreCase);

    private static PlayedValue.Thing Shown(RoleAssignment assignment, DirectoryCall on)
    {
        var organisation = on.Organisation;
        var account = organisation.Accounts.GetValueOrDefault(assignment.Assignee) ?? new ExchangeAccount(assignment.Assignee);
        return DirectoryObjects.Of(
            "SystemConfiguration.ExchangeRoleAssignment",
            assignment.Name,
            on,
            organisation.SettingsOf(Kind, assignment.Name) with { Id = assignment.Id },
            "CN=Role Assignments,CN=RBAC",
            ("Role", DirectoryObjects.Id(
                assignment.Role, assignment.Role, organisation.SettingsOf("Role", assignment.Role).Id, organisation, "CN=Roles,CN=RBAC")),
            ("RoleAssignee", DirectoryObjects.AccountId(account, organisation)),
            ("RoleAssigneeName", PlayedValue.Of(assignment.Assignee)),
            ("RoleAssigneeType", Things.Enumeration(
                "Microsoft.Exchange.Data.Directory.SystemConfiguration.RoleAssigneeType", "User", "User", "SecurityGroup", "RoleGroup")),
            ("User", DirectoryObjects.AccountId(account, organisation)),
            ("AssignmentMethod", Things.Enumeration(
                "Microsoft.Exchange.Data.Directory.SystemConfiguration.AssignmentMethod", "Direct", "None", "Direct", "SecurityGroup", "RoleGroup")),
            ("Enabled", PlayedValue.Of(true)));
    }
}
