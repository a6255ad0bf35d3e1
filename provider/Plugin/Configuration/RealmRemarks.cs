using System.Collections.Immutable;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>What is probably wrong with the realms of the configured servers (domain.md 1.3, 12): a realm is not a server's name.</summary>
internal static class RealmRemarks
{
    private const string Realm = "realm";

    public static IEnumerable<Fault> Of(
        IReadOnlyCollection<ServerEntry> entries, IReadOnlyDictionary<string, Server> servers, UserDomains users) =>
        entries.Where(entry => servers.ContainsKey(entry.Server.Fqdn)).SelectMany(entry => Of(entry, users)).Concat(SharedBy(entries));

    private static IEnumerable<Fault> Of(ServerEntry entry, UserDomains users) => entry.Server.Product switch
    {
        ServerProduct.LyncServer => WithoutUser(entry, users.Sip),
        ServerProduct.ExchangeServer => WithoutUser(entry, [.. users.SmtpOn(entry.Server.Fqdn)]),
        ServerProduct.SharePointServer when !entry.Given.Has(Realm) =>
            [FaultCatalogue.FarmRealmMissing(entry.Of(Realm))],
        _ => [],
    };

    private static IEnumerable<Fault> WithoutUser(ServerEntry entry, ImmutableArray<string> domains) =>
        domains.IsEmpty || domains.Any(entry.Server.AcceptedDomains.Add(entry.Server.Realm).Contains)
            ? []
            : [FaultCatalogue.RealmOfNoUser(entry.Of(Realm), entry.Server.Product)];

    /// <summary>Lync has one realm a deployment, and a deployment one certificate and one set of records: pools that have a realm in common are
    /// parts of one, unless they are said to be deployments of their own.</summary>
    private static IEnumerable<Fault> SharedBy(IReadOnlyCollection<ServerEntry> entries) =>
        from entry in entries
        where entry.Server.Product == ServerProduct.LyncServer && entry.Deployment is null
        group entry by entry.Server.Realm into pools
        from pool in pools.Skip(1)
        select FaultCatalogue.PoolsOfOneRealm(pool.Of(ServerEntry.DeploymentName), pools.First().Path.ToString());
}
