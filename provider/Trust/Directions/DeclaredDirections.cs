using System.Collections.Immutable;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Directions;

/// <summary>The directions that somebody set up, whole or in part: the called server keeps a record of the caller (domain.md 4.1, 4.3), or the
/// caller, a Lync server, is told where to look for the called one (domain.md 4.2). Strangers are left out.</summary>
public static class DeclaredDirections
{
    /// <summary>In order of the caller's and the called server's product and fqdn.</summary>
    public static ImmutableArray<TrustDirection> Of(TrustState state, DateTimeOffset now) =>
    [
        .. ByRecords(state, new TrustView(state, now)).Concat(BySettings(state))
            .Where(direction => direction.From != direction.To && direction.From.Product != ServerProduct.TokenServer)
            .Distinct()
            .OrderBy(direction => direction.From.Product).ThenBy(direction => direction.From.Fqdn, StringComparer.Ordinal)
            .ThenBy(direction => direction.To.Product).ThenBy(direction => direction.To.Fqdn, StringComparer.Ordinal),
    ];

    private static IEnumerable<TrustDirection> ByRecords(TrustState state, TrustView view)
    {
        var products = state.Servers.Values.ToLookup(server => server.ApplicationIdentifier, StringComparer.Ordinal);
        return
            from record in state.PartnerApplications.Values
            where state.Servers.ContainsKey(record.Server)
            from caller in CallersBy(record, view, products)
            select new TrustDirection(caller, state.Servers[record.Server]);
    }

    /// <summary>A record with a wrong realm fits nobody; where one server alone can be meant, it is.</summary>
    private static ImmutableArray<Server> CallersBy(PartnerApplication record, TrustView view, ILookup<string, Server> products)
    {
        ImmutableArray<Server> callers = [.. view.CallersBy(record)];
        return callers.IsEmpty && products[record.ApplicationIdentifier].Where(server => server.Fqdn != record.Server).ToImmutableArray() is [_] only
            ? only
            : callers;
    }

    private static IEnumerable<TrustDirection> BySettings(TrustState state)
    {
        var exchanges = state.Servers.Values.Where(server => server.Product == ServerProduct.ExchangeServer)
            .ToLookup(server => server.Realm, StringComparer.Ordinal);
        var realms = CallPlanner.RealmsByHost(state, exchanges.SelectMany(organization => organization));
        return
            from settings in state.OAuthConfigurations.Values
            let caller = state.Servers.GetValueOrDefault(settings.Server)
            where caller is { Product: ServerProduct.LyncServer }
            let url = settings.ExchangeAutodiscoverUrl
            where url is not null
            from realm in realms[url.Host]
            from called in exchanges[realm]
            select new TrustDirection(caller, called);
    }
}
