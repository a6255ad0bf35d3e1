using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Tests.Samples;

/// <summary>A working two-way trust between Lync (key 0) and Exchange (key 1), a SharePoint farm that trusts Exchange, and a token server
/// (key 2). Tests change one thing.</summary>
internal static class Scene
{
    public static readonly DateTimeOffset Now = Certs.Now;

    public static readonly Server Lync = Estate.Lync;

    public static readonly Server Exchange = Estate.Exchange with { AcceptedDomains = [] };

    public static readonly Server SharePoint = Estate.SharePoint;

    public static readonly Server TokenServer = Estate.TokenServer;

    public static readonly Mailbox KenMyer = Estate.Ken with { ArchiveEnabled = true, SecurityIdentifier = "S-1-5-21-1-2-3-1104" };

    public static readonly Mailbox PilarAckerman = new("sip:pilar@litwareinc.com", "pilar.ackerman@litwareinc.com", Exchange.Fqdn, false);

    public static readonly UserIdentity Ken = new(Litware.KenSmtp) { Sip = Litware.Ken, Smtp = Litware.KenSmtp };

    public static readonly Audience ToExchange = new(Exchange.ApplicationIdentifier, Exchange.Fqdn, "litwareinc.com");

    public static readonly Audience ToLync = new(Lync.ApplicationIdentifier, Lync.Fqdn, "litwareinc.com");

    public static readonly PartnerApplication LyncAtExchange = new(
        Exchange.Fqdn, "lync", new PartnerSource.Metadata(Lync.MetadataUrl, false), Lync.ApplicationIdentifier, Lync.Realm, Lync.Issuer,
        [Certs.Public(0)], null, true, true, new LinkedAccount("LyncEnterprise-ApplicationAccount", ["ArchiveApplication", "UserApplication"]));

    public static readonly PartnerApplication ExchangeAtLync = new(
        Lync.Fqdn, "exchange", new PartnerSource.Metadata(Exchange.MetadataUrl, false), Exchange.ApplicationIdentifier, Exchange.Realm,
        Exchange.Issuer, [Certs.Public(1)], TrustLevel.Full, true, false, null);

    public static readonly PartnerApplication ExchangeAtSharePoint = ExchangeAtLync with { Server = SharePoint.Fqdn, TrustLevel = null };

    public static readonly TrustState State = TrustState.Empty with
    {
        Servers = new[] { Lync, Exchange, SharePoint, TokenServer }.ToImmutableDictionary(server => server.Fqdn),
        Certificates = ImmutableDictionary<string, CertificateSlots>.Empty
            .Add(Lync.Fqdn, Slots(0)).Add(Exchange.Fqdn, Slots(1)).Add(TokenServer.Fqdn, Slots(2)),
        PublishedMetadata = ImmutableDictionary<string, ImmutableArray<Uri>>.Empty.Add(Lync.Fqdn, [Lync.MetadataUrl])
            .Add(Exchange.Fqdn, [Exchange.MetadataUrl]),
        OAuthConfigurations = ImmutableDictionary<string, OAuthConfiguration>.Empty.Add(Lync.Fqdn, Estate.LyncSettings),
        Mailboxes = new[] { KenMyer, PilarAckerman }.ToImmutableDictionary(mailbox => mailbox.SipUri),
    };

    public static TrustState Trusting { get; } = State.With(LyncAtExchange).With(ExchangeAtLync).With(ExchangeAtSharePoint);

    /// <summary>Lync's record at Exchange, where Lync gets its tokens from the token server.</summary>
    public static PartnerApplication LyncBehindTokenServer { get; } = LyncAtExchange with
    {
        Source = new PartnerSource.AuthorizationServer(Lync.ApplicationIdentifier, Lync.Realm),
        TrustedKeys = [],
    };

    public static PartnerApplication LyncAtTokenServer { get; } = LyncAtExchange with { Server = TokenServer.Fqdn, LinkedAccount = null };

    /// <summary>Lync gets its tokens from the token server, and Exchange takes them.</summary>
    public static TrustState ThroughTokenServer { get; } =
        State.With(LyncBehindTokenServer).With(LyncAtTokenServer).With(TokenServerAt(Exchange.Fqdn)).With(TokenServerAt(Lync.Fqdn));

    public static ActorTokenRequest FromLync { get; } = ActorTokenRequest.SelfIssued(PrincipalName.Parse(Lync.Issuer), ToExchange, Now);

    public static ActorTokenRequest FromExchange { get; } = ActorTokenRequest.SelfIssued(PrincipalName.Parse(Exchange.Issuer), ToLync, Now);

    public static AuthorizationServer TokenServerAt(string server) =>
        new(server, "sts", TokenServer.MetadataUrl, TokenServer.Realm, TokenServer.Issuer, [Certs.Public(2)]);

    public static TrustState With(this TrustState state, PartnerApplication record) =>
        state with { PartnerApplications = state.PartnerApplications.SetItem((record.Server, record.Name), record) };

    public static TrustState With(this TrustState state, AuthorizationServer record) =>
        state with { AuthorizationServers = state.AuthorizationServers.SetItem((record.Server, record.Name), record) };

    public static CertificateSlots Slots(int key) => new(null, Certs.Public(key), null, null);

    public static TokenValidation AtExchange(string token, TrustState? state = null, DateTimeOffset? at = null) =>
        new TokenValidator().Validate(new TokenValidationRequest(token, Exchange, state ?? Trusting, at ?? Now));

    public static TokenValidation AtLync(string token, TrustState? state = null, DateTimeOffset? at = null) =>
        new TokenValidator().Validate(new TokenValidationRequest(token, Lync, state ?? Trusting, at ?? Now));
}
