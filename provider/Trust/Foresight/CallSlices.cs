using System.Collections.Immutable;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Foresight;

/// <summary>What of a large installation decides single calls. The evaluator goes through all records at every step; of hundreds of servers it
/// need not see those of more than three.</summary>
/// <param name="state">The whole.</param>
public sealed class CallSlices(TrustState state)
{
    private readonly ILookup<string, KeyValuePair<(string Server, string Name), PartnerApplication>> partners =
        state.PartnerApplications.ToLookup(entry => entry.Key.Server, StringComparer.Ordinal);

    private readonly ILookup<string, KeyValuePair<(string Server, string Name), AuthorizationServer>> authorizationServers =
        state.AuthorizationServers.ToLookup(entry => entry.Key.Server, StringComparer.Ordinal);

    /// <summary>With the records of the caller, the receiver, and the authorization server between them; all else as it is.</summary>
    public TrustState Of(string from, string to)
    {
        var slice = RecordsOf(from, to);
        return state.Servers.GetValueOrDefault(from) is { } caller && state.Servers.GetValueOrDefault(to) is { } receiver
            && CallSignature.AuthorizationServerBetween(slice, caller, receiver) is { } between
            ? RecordsOf(from, to, between.Fqdn)
            : slice;
    }

    private TrustState RecordsOf(params IEnumerable<string> servers) => state with
    {
        PartnerApplications = servers.Distinct().SelectMany(server => partners[server]).ToImmutableDictionary(),
        AuthorizationServers = servers.Distinct().SelectMany(server => authorizationServers[server]).ToImmutableDictionary(),
    };
}
