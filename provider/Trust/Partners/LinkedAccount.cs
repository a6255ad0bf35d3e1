using System.Collections.Immutable;

namespace PartnerTrust.Trust.Partners;

/// <summary>The Exchange account whose management roles decide what an app-only call may do (domain.md 4.4, 5.8).</summary>
/// <param name="Name">Account name, for example <c>LyncEnterprise-ApplicationAccount</c>.</param>
/// <param name="Roles">Management roles, a set: sorted, each once.</param>
public sealed record LinkedAccount(string Name, ImmutableSortedSet<string> Roles)
{
    public bool Equals(LinkedAccount? other) => other is not null && Name == other.Name && Roles.SetEquals(other.Roles);

    public override int GetHashCode() => HashCode.Combine(Name, Roles.Count);
}
