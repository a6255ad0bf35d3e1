using System.Collections.Immutable;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>Keeps accounts and role assignments in step with the linked accounts of the store's records. Whose records name an account has it with
/// those roles, whoever wrote them; what the cmdlets change, the records follow.</summary>
internal sealed class LinkedRoles(WorldStore store, ExchangeDirectory directory)
{
    /// <summary>Takes over what the store's records say of accounts.</summary>
    public async Task ReadAsync(Server server, CancellationToken cancellationToken)
    {
        var organisation = directory.Of(server);
        var linked = (await store.ListPartnersAsync(server, cancellationToken)).Select(record => record.LinkedAccount).OfType<LinkedAccount>();
        foreach (var account in linked.GroupBy(account => account.Name, StringComparer.OrdinalIgnoreCase))
        {
            var known = organisation.Accounts.GetOrAdd(account.Key, name => new ExchangeAccount(name));
            Adjust(organisation, known.Name, [.. account.SelectMany(one => one.Roles)]);
        }
    }

    /// <summary>Lets the store's records say what the account's roles are now.</summary>
    public Task WriteAsync(Server server, string account, CancellationToken cancellationToken)
    {
        var roles = RolesOf(directory.Of(server), account);
        return store.WriteAsync(
            session =>
            {
                foreach (var record in session.PartnerApplications.List(server.Fqdn, null, int.MaxValue)
                    .Where(record => record.LinkedAccount is { } linked && Things.IsNamed(linked.Name, account)))
                {
                    session.PartnerApplications.Save(record with { LinkedAccount = record.LinkedAccount! with { Roles = roles } });
                }
            },
            cancellationToken);
    }

    public static ImmutableSortedSet<string> RolesOf(ExchangeOrganisation organisation, string account) =>
        [.. AssignmentsOf(organisation, account).Select(assignment => assignment.Role)];

    public static IEnumerable<RoleAssignment> AssignmentsOf(ExchangeOrganisation organisation, string account) =>
        organisation.Assignments.Values.Where(assignment => Things.IsNamed(assignment.Assignee, account))
            .OrderBy(assignment => assignment.Name, StringComparer.Ordinal);

    private static void Adjust(ExchangeOrganisation organisation, string account, ImmutableSortedSet<string> wanted)
    {
        foreach (var lost in AssignmentsOf(organisation, account).Where(assignment => !wanted.Contains(assignment.Role)))
        {
            organisation.Assignments.TryRemove(lost.Name, out _);
        }

        foreach (var role in wanted.Except(RolesOf(organisation, account)))
        {
            organisation.Roles[role] = true;
            Assign(organisation, new RoleAssignment($"{role}-{account}", role, account));
        }
    }

    private static void Assign(ExchangeOrganisation organisation, RoleAssignment assignment)
    {
        var name = assignment.Name;
        for (var i = 1; !organisation.Assignments.TryAdd(name, assignment with { Name = name }); i++)
        {
            name = $"{assignment.Name}-{i}";
        }
    }
}
