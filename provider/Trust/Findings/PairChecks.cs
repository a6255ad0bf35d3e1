using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Findings;

/// <summary>What only several records together show: TRUST-001, TRUST-003 and TRUST-006 of domain.md 11.3.</summary>
internal static class PairChecks
{
    public static IEnumerable<TrustFinding> Of(TrustView view) => Duplicates(view).Concat(Hybrids(view)).Concat(Unvouched(view)).Concat(OneWay(view));

    private static IEnumerable<TrustFinding> Duplicates(TrustView view) =>
        from record in view.State.PartnerApplications.Values
        let identity = PartnerIdentity.Of(record)
        group record by (record.Server, identity.ApplicationIdentifier, identity.Realm, identity.IsBehindAuthorizationServer) into same
        let product = view.State.Servers.GetValueOrDefault(same.Key.Server)?.Product
        where same.Any(one => same.Any(other => one != other && !(product is { } kind && Farms.AreApart(kind, one, other))))
        let names = same.Select(r => r.Name).Order(StringComparer.Ordinal).ToList()
        select Found(
            "TRUST-003", same.Key.Server, names[0], FaultCatalogue.PartnerDuplicated(same.Key.Server, PartnerIdentity.Of(same.First()), names), 16);

    private static IEnumerable<TrustFinding> Hybrids(TrustView view) =>
        from record in view.State.PartnerApplications.Values
        group record by (record.Server, record.ApplicationIdentifier) into same
        where same.Any(r => r.Source is not PartnerSource.AuthorizationServer)
        from cloud in same.Where(r => r.Source is PartnerSource.AuthorizationServer)
        select Found(
            "TRUST-006", cloud.Server, cloud.Name, FaultCatalogue.HybridRecordPresent(cloud.Server, cloud.Name, cloud.ApplicationIdentifier), 18);

    /// <summary>A partner behind an authorization server, where no authorization server is trusted.</summary>
    private static IEnumerable<TrustFinding> Unvouched(TrustView view)
    {
        var vouched = view.State.AuthorizationServers.Values.Where(record => !record.IsForClients).Select(record => record.Server).ToHashSet();
        return
            from record in view.State.PartnerApplications.Values
            where record.Source is PartnerSource.AuthorizationServer && !vouched.Contains(record.Server)
            select Found("TRUST-001", record.Server, record.Name, FaultCatalogue.AuthorizationServerMissing(record.Server), 12);
    }

    /// <summary>Trust is wanted both ways between the products of this package: whoever is trusted by a partner that it does not trust has
    /// lost its record, or never had one.</summary>
    private static IEnumerable<TrustFinding> OneWay(TrustView view) =>
        from record in view.State.PartnerApplications.Values
        where view.State.Servers.ContainsKey(record.Server)
        let truster = view.State.Servers[record.Server]
        from other in view.CallersBy(record)
        where other != truster && truster.Product != ServerProduct.TokenServer && other.Product != ServerProduct.TokenServer
        where view.Sees(other, TrustPart.Records) && !view.Trusts(other, truster)
        group truster by (Truster: truster, Other: other) into pair
        let principal = view.PrincipalOf(pair.Key.Truster)
        let missing = new PartnerIdentity(principal.ServiceName, PartnerKind.Direct, principal.Realm)
        let failure = pair.Key.Other.Product == ServerProduct.SharePointServer ? 29 : 12
        select Found("TRUST-001", pair.Key.Other.Fqdn, null, FaultCatalogue.PartnerMissing(pair.Key.Other.Fqdn, missing), failure) with
        {
            Consequence = $"{pair.Key.Truster.Fqdn} cannot call {pair.Key.Other.Fqdn}.",
        };

    private static TrustFinding Found(string check, string server, string? name, Fault fault, int failure) =>
        new(check, server, name, fault, FailureCatalogue.Number(failure));
}
