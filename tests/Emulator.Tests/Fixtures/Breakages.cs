using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Emulator.Tests.Fixtures;

/// <summary>What can be wrong with the configuration of a two-way trust, each by itself; tests combine them.</summary>
internal static class Breakages
{
    public static readonly ImmutableSortedDictionary<string, Action<EmulatedEstate>> All = new Dictionary<string, Action<EmulatedEstate>>
    {
        ["Lync rolled its certificate"] = litware => litware.Bind(Litware.Lync, 2),
        ["Exchange rolled its certificate"] = litware => litware.Bind(Litware.Exchange, 2),
        ["Lync has no certificate"] = litware => Certificates(litware, all => all.Remove(Litware.Lync)),
        ["Lync's certificate has expired"] = litware => Certificates(litware, all => all.TryGetValue(Litware.Lync, out var slots)
            ? all.SetItem(Litware.Lync, new CertificateSlots(null, slots.Current! with { NotAfter = EmulatedEstate.Start.AddDays(-1) }, null, null))
            : all),
        ["Exchange does not know Lync"] = litware => Partners(litware, Litware.Exchange, Litware.Lync, _ => null),
        ["Lync does not know Exchange"] = litware => Partners(litware, Litware.Lync, Litware.Exchange, _ => null),
        ["Exchange has Lync disabled"] = litware => Partners(litware, Litware.Exchange, Litware.Lync, record => record with { Enabled = false }),
        ["Lync has Exchange disabled"] = litware => Partners(litware, Litware.Lync, Litware.Exchange, record => record with { Enabled = false }),
        ["Exchange knows Lync in another realm"] = litware => Partners(
            litware, Litware.Exchange, Litware.Lync, record => record with { Realm = "old.com", Issuer = record.ApplicationIdentifier + "@old.com" }),
        ["Exchange has no key of Lync"] = litware => Partners(litware, Litware.Exchange, Litware.Lync, record => record with { TrustedKeys = [] }),
        ["Exchange's copy of Lync's key has expired"] = litware => Partners(litware, Litware.Exchange, Litware.Lync, record => record with
        {
            TrustedKeys = [.. record.TrustedKeys!.Value.Select(key => key with { NotAfter = EmulatedEstate.Start.AddDays(-1) })],
        }),
        ["Lync trusts Exchange as Application"] = litware =>
            Partners(litware, Litware.Lync, Litware.Exchange, record => record with { TrustLevel = TrustLevel.Application }),
        ["Lync trusts Exchange as User"] = litware =>
            Partners(litware, Litware.Lync, Litware.Exchange, record => record with { TrustLevel = TrustLevel.User }),
        ["no linked account"] = litware => Partners(litware, Litware.Exchange, Litware.Lync, record => record with { LinkedAccount = null }),
        ["no roles"] = litware =>
            Partners(litware, Litware.Exchange, Litware.Lync, record => record with { LinkedAccount = new LinkedAccount("account", []) }),
        ["only a wildcard accepted domain"] = litware =>
            litware.Change(Litware.Exchange, server => server with { AcceptedDomains = ["*.litwareinc.com"] }),
        ["another accepted domain"] = litware => litware.Change(Litware.Exchange, server => server with { AcceptedDomains = ["contoso.com"] }),
        ["no accepted domain listed"] = litware => litware.Change(Litware.Exchange, server => server with { AcceptedDomains = [] }),
        ["Lync's realm changed"] = litware => Settings(litware, settings => settings with { Realm = "contoso.com" }),
        ["Exchange's realm changed"] = litware => litware.Change(Litware.Exchange, server => server with { Realm = "contoso.com" }),
        ["no autodiscover URL"] = litware => Settings(litware, settings => settings with { ExchangeAutodiscoverUrl = null }),
        ["the token server has no certificate"] = litware => Certificates(litware, all => all.Remove(Litware.TokenServer)),
        ["the token server does not know Lync"] = litware => Partners(litware, Litware.TokenServer, Litware.Lync, _ => null),
        ["the token server has Lync disabled"] = litware =>
            Partners(litware, Litware.TokenServer, Litware.Lync, record => record with { Enabled = false }),
        ["Exchange has no key of the token server"] = litware => TokenServers(litware, Litware.Exchange, record => record with { TrustedKeys = [] }),
        ["Exchange does not use the token server"] = litware => TokenServers(litware, Litware.Exchange, _ => null),
        ["Lync does not use the token server"] = litware => TokenServers(litware, Litware.Lync, _ => null),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static void Change(EmulatedEstate litware, Func<TrustState, TrustState> change) => litware.Backend.State = change(litware.Backend.State);

    private static void Certificates(
        EmulatedEstate litware, Func<ImmutableDictionary<string, CertificateSlots>, ImmutableDictionary<string, CertificateSlots>> change) =>
        Change(litware, state => state with { Certificates = change(state.Certificates) });

    private static void Settings(EmulatedEstate litware, Func<OAuthConfiguration, OAuthConfiguration> change) => Change(litware, state => state with
    {
        OAuthConfigurations = state.OAuthConfigurations.SetItem(Litware.Lync, change(state.OAuthConfigurations[Litware.Lync])),
    });

    private static void Partners(
        EmulatedEstate litware, string at, string partner, Func<PartnerApplication, PartnerApplication?> change) => Change(litware, state =>
        state.PartnerApplications.TryGetValue((at, "from-" + partner), out var record)
            ? state with { PartnerApplications = Replaced(state.PartnerApplications, (at, record.Name), change(record)) }
            : state);

    private static void TokenServers(
        EmulatedEstate litware, string at, Func<AuthorizationServer, AuthorizationServer?> change) => Change(litware, state =>
        state.AuthorizationServers.TryGetValue((at, "sts"), out var record)
            ? state with { AuthorizationServers = Replaced(state.AuthorizationServers, (at, record.Name), change(record)) }
            : state);

    private static ImmutableDictionary<(string, string), T> Replaced<T>(
        ImmutableDictionary<(string, string), T> records, (string, string) key, T? record)
        where T : class => record is null ? records.Remove(key) : records.SetItem(key, record);
}
