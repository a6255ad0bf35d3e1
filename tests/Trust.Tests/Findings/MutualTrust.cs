using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Tests.Findings;

/// <summary>How the servers know one another.</summary>
public enum Link
{
    Document,
    Certificate,
    TokenServer,

    /// <summary>The first server takes the others' calls by way of the token server, they take its own tokens.</summary>
    TokenServerOneWay,
}

/// <summary>Servers that all trust one another, made by the rules as a stack would make them.</summary>
/// <param name="Products">Which servers there are.</param>
/// <param name="Link">How they know one another; Exchange takes no bare certificates (domain.md 4.3).</param>
/// <param name="Hybrid">Exchange has the cloud's applications too.</param>
/// <param name="Rolled">Each certificate has a predecessor.</param>
/// <param name="Staged">Each certificate has a successor.</param>
/// <param name="Identified">Users have security identifiers.</param>
/// <param name="Farm">SharePoint's realm is the id of its farm, as it is by default (domain.md 1.3).</param>
public sealed record MutualTrust(ServerProduct[] Products, Link Link, bool Hybrid, bool Rolled, bool Staged, bool Identified, bool Farm)
{
    private const string CloudIssuer = WellKnownApplications.TokenServer + "@5d2f0000-0000-0000-0000-000000000001";

    private Server[] Servers => [.. Products.Select(product => Farm && product == ServerProduct.SharePointServer
        ? Estate.SharePoint with { Realm = "af90cc03-4a26-45e9-906a-609cebcebbde" }
        : Estate.ByProduct(product))];

    private bool HasTokenServer => Link is Link.TokenServer or Link.TokenServerOneWay;

    /// <summary>The cloud's applications that have the identifier of a server on the premises as well, which issues for itself.</summary>
    public int CloudNamesakes => Hybrid && Products.Contains(ServerProduct.ExchangeServer) && Products.Contains(ServerProduct.LyncServer)
        && !IsBehindAuthorizationServer(Estate.Exchange) ? 1 : 0;

    public IEnumerable<(string From, string To)> Directions() =>
        from one in Servers from other in Servers where one != other select (one.Fqdn, other.Fqdn);

    internal TrustState Make()
    {
        var all = HasTokenServer ? [.. Servers, Estate.TokenServer] : Servers;
        var state = all.Aggregate(TrustState.Empty, (so, server) => so.Holding(server, Certs.Valid(1)).Holding(server.Fqdn, SlotsOf(server)));
        state = Products.Contains(ServerProduct.LyncServer) ? state.Holding(LyncSettings) : state;
        state = Directions().Aggregate(state, (so, direction) => Register(so, state.Servers[direction.To], state.Servers[direction.From]));
        state = HasTokenServer ? Servers.Aggregate(state, UseTokenServer) : state;
        state = Hybrid && Products.Contains(ServerProduct.ExchangeServer) ? WithCloud(state) : state;
        var ken = Estate.Ken with { SecurityIdentifier = Identified ? "S-1-5-21-1-2-3-1104" : null };
        return state with { Mailboxes = state.Mailboxes.Add(ken.SipUri, ken) };
    }

    private OAuthConfiguration LyncSettings =>
        Products.Contains(ServerProduct.ExchangeServer) ? Estate.LyncSettings : OAuthConfigurationRules.Default(Estate.Lync);

    private CertificateSlots SlotsOf(Server server)
    {
        var seed = 10 * (int)(server.Product + 1);
        var slots = Rolled
            ? CertificateRules.Bind(CertificateSlots.Empty, Certs.Valid(seed), server.Product, Certs.Now, null)
            : CertificateSlots.Empty;
        slots = CertificateRules.Bind(slots, Certs.Valid(seed + 1), server.Product, Certs.Now, null);
        return Staged && ProductLifecycle.Of(server.Product).KeepsGenerations
            ? CertificateRules.Bind(slots, Certs.Valid(seed + 2), server.Product, Certs.Now, Certs.Now.AddDays(20))
            : slots;
    }

    /// <summary>As the record's keeper registers the partner; Exchange with the account and rights that the vendor's script gives.</summary>
    private TrustState Register(TrustState state, Server keeper, Server partner)
    {
        var exchange = keeper.Product == ServerProduct.ExchangeServer;
        var draft = new PartnerApplicationDraft(
            keeper, partner.Product.ToString(), SourceOf(state, keeper, partner), null, true, exchange,
            exchange ? new LinkedAccount("account", LinkedAccountRules.DefaultRoles(partner.ApplicationIdentifier)) : null);
        return state.Holding(PartnerApplicationRules.Register(draft, DocumentOf(state, partner), state.PartnerApplications.Values, Certs.Now));
    }

    private bool IsBehindAuthorizationServer(Server keeper) =>
        Link == Link.TokenServer || (Link == Link.TokenServerOneWay && keeper.Product == Products[0]);

    private PartnerSource SourceOf(TrustState state, Server keeper, Server partner) => Link switch
    {
        _ when IsBehindAuthorizationServer(keeper) => new PartnerSource.AuthorizationServer(partner.ApplicationIdentifier, partner.Realm),
        Link.Certificate when keeper.Product != ServerProduct.ExchangeServer =>
            new PartnerSource.Certificate(partner.ApplicationIdentifier, partner.Realm, state.Certificates[partner.Fqdn].Current!),
        _ => new PartnerSource.Metadata(partner.MetadataUrl, false),
    };

    private static TrustState UseTokenServer(TrustState state, Server server)
    {
        var (url, document) = (Estate.TokenServer.MetadataUrl, DocumentOf(state, Estate.TokenServer));
        var record = AuthorizationServerRules.Register(
            server, new AuthorizationServerDraft("sts", url, null), document, state.AuthorizationServers.Values, Certs.Now);
        var client = new PartnerApplicationDraft(
            Estate.TokenServer, server.Product.ToString(), new PartnerSource.Metadata(server.MetadataUrl, false), null, true, false, null);
        return (state with { AuthorizationServers = state.AuthorizationServers.Add((server.Fqdn, "sts"), record) })
            .Holding(PartnerApplicationRules.Register(client, DocumentOf(state, server), state.PartnerApplications.Values, Certs.Now));
    }

    /// <summary>What the hybrid wizard leaves on Exchange: a token server of the cloud's, and its applications behind it.</summary>
    private static TrustState WithCloud(TrustState state)
    {
        var acs = new AuthorizationServer(
            Estate.Exchange.Fqdn,
            "ACS",
            new Uri("https://accounts.accesscontrol.windows.net/contoso/metadata/json/1"),
            "",
            CloudIssuer,
            [Certs.Valid(90)]);
        return (state with { AuthorizationServers = state.AuthorizationServers.Add((acs.Server, acs.Name), acs) })
            .Holding(Cloud("Skype for Business Online", WellKnownApplications.Lync))
            .Holding(Cloud("Exchange Online", WellKnownApplications.Exchange) with
            {
                LinkedAccount = new LinkedAccount(
                "Exchange Online-ApplicationAccount", [])
            })
            .Holding(Cloud("Microsoft Graph", "00000003-0000-0000-c000-000000000000"));
    }

    private static PartnerApplication Cloud(string name, string identifier) => new(
        Estate.Exchange.Fqdn,
        name,
        new PartnerSource.AuthorizationServer(identifier, ""),
        identifier,
        "",
        identifier + "@",
        [],
        null,
        true,
        false,
        null);

    private static AuthMetadataDocument DocumentOf(TrustState state, Server server) => AuthMetadata.Of(
        server, state.OAuthConfigurations.GetValueOrDefault(server.Fqdn), state.Certificates[server.Fqdn], server.MetadataUrl, Certs.Now);
}
