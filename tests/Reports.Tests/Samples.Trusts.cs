using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Tests;

internal static partial class Samples
{
    /// <summary>What every form has to get through: markup, quotes, what Markdown, Mermaid and iCalendar mean something by, other scripts, and a mark
    /// that turns the text after it round.</summary>
    public const string Hostile = "<b onclick=\"x\">&amp;'`|#35;%%;[{(end)}]\\*_,style:#\u202e Zoë 日本\u0001";

    /// <summary>As long as the DNS lets names be.</summary>
    public static readonly string Long = string.Join('.', Enumerable.Repeat(new string('w', 63), 3).Append("a-very-long-domain-of-one.litwareinc.example.com"));

    public static readonly ImmutableArray<string> Names =
        ["sound", "rolled", "staged", "token-server", "unknown-keys", "triangle", "hostile", "long", "many", "empty"];

    /// <summary>Lync's next certificate is staged, and Exchange has not read it yet.</summary>
    public static TrustState Staged => Sound.Holding(
        Litware.Lync,
        new CertificateSlots(Certs.Described(9, Certs.Now.AddYears(-2), Certs.Now.AddDays(20)), States.LyncKey, Certs.Valid(4), Certs.Now.AddDays(3))
        {
            CurrentSince = Certs.Now.AddHours(-3),
        });

    /// <summary>A token server stands between Lync and Exchange.</summary>
    public static TrustState Vouched
    {
        get
        {
            var key = Certs.Valid(5);
            var vouching = new AuthorizationServer(
                Litware.Exchange, "STS", Estate.TokenServer.MetadataUrl, Litware.Realm, Estate.TokenServer.Issuer, [key]);
            return (Sound with { AuthorizationServers = Sound.AuthorizationServers.Add((vouching.Server, vouching.Name), vouching) })
                .Holding(Estate.TokenServer, key)
                .Holding(States.OnExchange with
                {
                    Source = new PartnerSource.AuthorizationServer(WellKnownApplications.Lync, Litware.Realm),
                    TrustedKeys = [],
                });
        }
    }

    /// <summary>Lync does not show which of Exchange's keys it holds.</summary>
    public static TrustState Unshown => Sound.Holding(States.OnLync with { TrustedKeys = null });

    /// <summary>Three servers, each with both others.</summary>
    public static TrustState Triangle
    {
        get
        {
            var key = Certs.Valid(6);
            PartnerApplication Of(Server keeper, Server partner, SigningCertificate known, TrustLevel? level = null) => new(
                keeper.Fqdn, Words.Of(partner.Product), new PartnerSource.Metadata(partner.MetadataUrl, false), partner.ApplicationIdentifier,
                partner.Realm, partner.Issuer, [known], level, true, true, null);
            return Sound.Holding(Estate.SharePoint, key)
                .Holding(Of(Estate.SharePoint, Estate.Exchange, States.ExchangeKey))
                .Holding(Of(Estate.SharePoint, Estate.Lync, Certs.Valid(3)))
                .Holding(Of(Estate.Exchange, Estate.SharePoint, key))
                .Holding(Of(Estate.Lync, Estate.SharePoint, key, TrustLevel.Full));
        }
    }

    public static TrustOverview Of(string name) => name switch
    {
        "sound" => Overview(Sound),
        "rolled" => Overview(Rolled),
        "staged" => Overview(Staged),
        "token-server" => Overview(Vouched),
        "unknown-keys" => Overview(Unshown),
        "triangle" => Overview(Triangle),
        "hostile" => Named(Hostile),
        "long" => Named(Long),
        "many" => Overview(Many(20)),
        _ => Overview(TrustState.Empty),
    };

    /// <summary>So many pairs of a Lync and an Exchange server that trust each other, each tenth of them by half.</summary>
    public static TrustState Many(int pairs) => Enumerable.Range(0, pairs).Aggregate(TrustState.Empty, (state, i) =>
    {
        var lync = Estate.Of($"lync{i}.site{i}.litwareinc.com", ServerProduct.LyncServer) with { Realm = $"r{i}.litwareinc.com" };
        var exchange = Estate.Of($"mail{i}.site{i}.litwareinc.com", ServerProduct.ExchangeServer) with { Realm = lync.Realm, AcceptedDomains = [lync.Realm] };
        return state.Holding(lync, Certs.Valid(1000 + i)).Holding(exchange, Certs.Valid(3000 + i))
            .Holding(new OAuthConfiguration(lync.Fqdn, lync.Realm, WellKnownApplications.Lync, Litware.Url(exchange.Fqdn, "/autodiscover/autodiscover.svc"), []))
            .Holding(States.OnLync with
            {
                Server = lync.Fqdn,
                Source = new PartnerSource.Metadata(exchange.MetadataUrl, false),
                Realm = exchange.Realm,
                Issuer = exchange.Issuer,
                TrustedKeys = [Certs.Valid(3000 + i)],
            })
            .Holding(States.OnExchange with
            {
                Server = exchange.Fqdn,
                Source = new PartnerSource.Metadata(lync.MetadataUrl, false),
                Realm = lync.Realm,
                Issuer = lync.Issuer,
                TrustedKeys = [Certs.Valid(i % 10 == 0 ? 9 : 1000 + i)],
            });
    });

    /// <summary>So many SharePoint farms of realms of their own, each of which knows all others.</summary>
    public static TrustState Mesh(int servers)
    {
        var farms = Enumerable.Range(0, servers)
            .Select(i => Estate.Of($"sp{i}.litwareinc.com", ServerProduct.SharePointServer) with { Realm = $"{i:d8}-0000-0000-0000-000000000000" }).ToList();
        var state = farms.Select((farm, i) => (farm, i)).Aggregate(TrustState.Empty, (all, one) => all.Holding(one.farm, Certs.Valid(100 + one.i)));
        return (from keeper in farms from partner in farms where keeper != partner select (keeper, partner)).Aggregate(state, (all, pair) =>
            all.Holding(new PartnerApplication(
                pair.keeper.Fqdn, pair.partner.Fqdn, new PartnerSource.Metadata(pair.partner.MetadataUrl, false), pair.partner.ApplicationIdentifier,
                pair.partner.Realm, pair.partner.Issuer, [Certs.Valid(100 + farms.IndexOf(pair.partner))], null, true, true, null)));
    }

    /// <summary>Such a name as reports show it: what does not belong into text is seen as such.</summary>
    public static string Shown(string name) => name.Replace('\u202e', '\ufffd').Replace('\u0001', '\ufffd');

    /// <summary>A two-way trust in which everything that has a name has that one.</summary>
    private static TrustOverview Named(string name)
    {
        var lync = Estate.Lync with { Fqdn = "lync." + name };
        var exchange = Estate.Exchange with { Fqdn = "exchange." + name };
        var key = States.LyncKey with { Subject = "CN=" + name };
        var state = TrustState.Empty.Holding(lync, key).Holding(exchange, Certs.Valid(7))
            .Holding(States.OnLync with { Server = lync.Fqdn, Name = name, TrustedKeys = [Certs.Valid(7)] })
            .Holding(States.OnExchange with { Server = exchange.Fqdn, Name = name });
        var fault = FaultCatalogue.HostFaultSwitchedOn(exchange.Fqdn, name);
        var mailbox = Estate.Ken with { SipUri = name, Server = exchange.Fqdn };
        return Overview(new Observation(name, state with { Mailboxes = state.Mailboxes.Add(name, mailbox) }, Certs.Now)
        {
            Sights = [new Sight(exchange.Fqdn, Severity.Warning, fault, name)],
            Unread = [new UnreadServer("unread." + name, fault)],
        });
    }
}
