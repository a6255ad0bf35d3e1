using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Registration;

/// <summary>How Exchange finds the organization of a token: its realm must be an accepted domain, and a wildcard never counts
/// (domain.md 1.3, 8 row 9). The realm of a SharePoint farm is an id, which no accepted domain can be: of it the partner's record must tell
/// (domain.md 1.3, 4.3).</summary>
public static class RealmRules
{
    /// <summary>Whether the realm is accepted by name: a receiver compares realms case-sensitively (domain.md 5.5).</summary>
    public static bool IsAccepted(Server server, string realm) =>
        Domains(server).Contains(realm, StringComparer.Ordinal);

    /// <summary>The wildcard that seems to cover the realm but does not; null when there is none.</summary>
    public static string? CoveringWildcard(Server server, string realm) =>
        Domains(server).FirstOrDefault(d => d == "*" || (d.StartsWith("*.", StringComparison.Ordinal) && Covers(d[2..], realm)));

    /// <summary>Whether the realm is the id of a farm or a tenant.</summary>
    public static bool IsId(string realm) => Guid.TryParseExact(realm, "D", out _);

    /// <summary>What will be refused of a partner of that realm; null when nothing. Only Exchange goes by accepted domains.</summary>
    public static Fault? Check(Server server, string realm) =>
        server.Product != ServerProduct.ExchangeServer || IsAccepted(server, realm) || IsId(realm) ? null
        : CoveringWildcard(server, realm) is { } wildcard ? FaultCatalogue.RealmOnlyWildcard(server.Fqdn, realm, wildcard)
        : FaultCatalogue.RealmNotAccepted(server.Fqdn, realm);

    internal static Fault? Check(Server server, PartnerApplication record) =>
        record.Source is PartnerSource.AuthorizationServer ? null : Check(server, record.Realm);

    /// <summary>A server that lists none has its realm as its one domain.</summary>
    private static ImmutableArray<string> Domains(Server server) =>
        server.AcceptedDomains.IsDefaultOrEmpty ? [server.Realm] : server.AcceptedDomains;

    private static bool Covers(string parent, string realm) =>
        realm.Equals(parent, StringComparison.OrdinalIgnoreCase) || realm.EndsWith("." + parent, StringComparison.OrdinalIgnoreCase);
}
