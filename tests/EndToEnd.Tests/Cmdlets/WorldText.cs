using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.State;

namespace PartnerTrust.EndToEnd.Tests.Cmdlets;

/// <summary>What the servers hold, without what is made anew each time: certificates by the role that they play.</summary>
internal static class WorldText
{
    public static async Task<string> OfAsync(CmdletBench bench)
    {
        var state = AsServersSee(await EmulatedServers.ReadAsync(bench.Data), bench);
        var directory = bench.World.Directory.Of(Litware.Exchange);
        return string.Join('\n', (IEnumerable<string>)
        [
            .. state.Certificates.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {Roles(entry.Value)}"),
            .. state.OAuthConfigurations.Values.Select(one => $"{one.Server} settings: {one.Realm} {one.ExchangeAutodiscoverUrl}"),
            .. state.PartnerApplications.Values.Select(record => Describe(record, state)).Order(StringComparer.Ordinal),
            .. state.AuthorizationServers.Values.Select(server => $"{server.Server} authorization server {server.Name}"),
            .. directory.Accounts.Values.Select(one => $"account {one.Name} {one.Kind} hidden {one.IsHidden}"),
            .. directory.Assignments.Values.Select(one => $"role {one.Role} of {one.Assignee}").Order(StringComparer.Ordinal),
        ]);
    }

    /// <summary>What is staged for a moment that has passed signs by now, whether anybody has written that down or not.</summary>
    private static TrustState AsServersSee(TrustState state, CmdletBench bench) => state with
    {
        Certificates = state.Certificates.ToImmutableDictionary(
            entry => entry.Key,
            entry => CertificateRules.At(entry.Value, bench.World.FindServer(entry.Key)!.Product, TimeProvider.System.GetUtcNow())),
    };

    private static string Roles(CertificateSlots slots) =>
        $"current {SubjectOf(slots.Current)}, next {SubjectOf(slots.Next)}, previous {SubjectOf(slots.Previous)}";

    private static string SubjectOf(SigningCertificate? certificate) => certificate?.Subject ?? "none";

    private static string Describe(PartnerApplication record, TrustState state)
    {
        var partner = state.Certificates.Single(entry => entry.Key != record.Server).Value;
        var keys = (record.TrustedKeys ?? []).Select(key => key == partner.Current ? "current" : key == partner.Previous ? "previous" : "other");
        var source = (record.Source as PartnerSource.Metadata)?.Url;
        return $"{record.Server} trusts {record.Issuer} as {record.Name} from {source}: {record.TrustLevel} enabled {record.Enabled}, "
            + $"{record.LinkedAccount?.Name} [{string.Join(' ', record.LinkedAccount?.Roles ?? ImmutableSortedSet<string>.Empty)}], "
            + $"{(keys.Contains("current") ? "its current key" : "NOT its current key")}{(keys.Contains("other") ? ", OTHER KEYS" : "")}";
    }
}
