using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Emulator.Network;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Tests.Fixtures;

/// <summary>The installation of the field's own documents: a Lync pool, an Exchange server, Ken Myer's mailbox; whatever trust a test adds.</summary>
internal sealed class Litware : IAsyncDisposable
{
    public const string Lync = "atl-cs-001.litwareinc.com";
    public const string Exchange = "autodiscover.litwareinc.com";
    public const string TokenServer = "sts.litwareinc.com";
    public const string SharePoint = "sp.litwareinc.com";
    public const string Ken = "sip:kenmyer@litwareinc.com";
    public const string KenSmtp = "kenmyer@litwareinc.com";
    public const string Realm = "litwareinc.com";

    // Busy machines are slow; what these tests hold is not speed.
    private static readonly NetworkLimits Patient = NetworkLimits.Usual with { Timeout = TimeSpan.FromMinutes(2) };

    // Keys are slow to make and the same ones serve every test.
    private static readonly Lazy<CertificateWithKey[]> Certificates = new(() =>
        [.. Enumerable.Range(0, 4).Select(i => CertificateGenerator.SelfSigned($"CN=litwareinc.com key {i}", 2048, 1825, Start.AddDays(-10)))]);

    public Litware(NetworkLimits? limits = null)
    {
        Add(new Server(Lync, ServerProduct.LyncServer, Realm, Url(Lync, "/metadata/json/1"), [Realm]));
        Add(new Server(Exchange, ServerProduct.ExchangeServer, Realm, Url(Exchange, "/autodiscover/metadata/json/1"), [Realm]));
        Add(new Server(SharePoint, ServerProduct.SharePointServer, Realm, Url(SharePoint, "/_layouts/15/metadata/json/1"), [Realm]));
        Backend.State = Backend.State with
        {
            Mailboxes = Backend.State.Mailboxes.Add(Ken, new Mailbox(Ken, KenSmtp, Exchange, ArchiveEnabled: false)),
        };
        Hosts = new EmulatedHosts(Backend, Backend, Time, NullLoggerFactory.Instance, limits ?? Patient);
    }

    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static CancellationToken Forever => CancellationToken.None;

    public SettableTime Time { get; } = new(Start);

    public MemoryBackend Backend { get; } = new();

    public EmulatedHosts Hosts { get; }

    public static Uri Url(string server, string path) => new($"https://{server}{path}");

    public Server ServerOf(string fqdn) => Backend.State.Servers[fqdn];

    /// <summary>Binds one of the prepared certificates, as <c>current</c> alone or before the one that was bound.</summary>
    public void Bind(string server, int certificate)
    {
        var made = Certificates.Value[certificate];
        Backend.Keys[(server, made.Certificate.Thumbprint)] = made;
        var slots = Backend.State.Certificates.GetValueOrDefault(server, CertificateSlots.Empty);
        slots = CertificateRules.Bind(slots, made.Certificate, ServerOf(server).Product, Time.GetUtcNow(), null);
        Backend.State = Backend.State with { Certificates = Backend.State.Certificates.SetItem(server, slots) };
    }

    public void Publish(string server) => Publish(server, ServerOf(server).MetadataUrl);

    public void Publish(string server, Uri url) =>
        Backend.State = Backend.State with { PublishedMetadata = Backend.State.PublishedMetadata.SetItem(server, [url]) };

    /// <summary>Registers <paramref name="partner"/> at <paramref name="at"/> with the key that it has now.</summary>
    public void Trust(string at, string partner, Func<PartnerApplication, PartnerApplication>? change = null)
    {
        var (receiver, known) = (ServerOf(at), ServerOf(partner));
        var record = new PartnerApplication(
            at, "from-" + partner, new PartnerSource.Metadata(known.MetadataUrl, false), known.ApplicationIdentifier, known.Realm, known.Issuer,
            [Backend.State.Certificates[partner].Current!],
            receiver.Product == ServerProduct.LyncServer ? TrustLevel.Full : null,
            Enabled: true,
            AcceptSecurityIdentifierInformation: false,
            receiver.Product == ServerProduct.ExchangeServer
                ? new LinkedAccount("LyncEnterprise-ApplicationAccount", ImmutableSortedSet.Create("UserApplication", "ArchiveApplication"))
                : null);
        record = change?.Invoke(record) ?? record;
        Backend.State = Backend.State with { PartnerApplications = Backend.State.PartnerApplications.SetItem((at, record.Name), record) };
    }

    /// <summary>Lync's pointer to Autodiscover.</summary>
    public void PointToAutodiscover(Uri? url = null, ImmutableArray<string>? allowed = null)
    {
        var known = ServerOf(Lync);
        var written = new OAuthConfiguration(
            Lync, known.Realm, known.ApplicationIdentifier, url ?? Url(Exchange, "/autodiscover/autodiscover.svc"), allowed ?? []);
        Backend.State = Backend.State with { OAuthConfigurations = Backend.State.OAuthConfigurations.SetItem(Lync, written) };
    }

    /// <summary>Everything that Lync needs to write to Ken's mailbox, and Exchange to call Lync.</summary>
    public Litware WithTwoWayTrust()
    {
        Bind(Lync, 0);
        Bind(Exchange, 1);
        Publish(Lync);
        Publish(Exchange);
        Trust(Exchange, Lync);
        Trust(Lync, Exchange);
        PointToAutodiscover();
        return this;
    }

    public void AddMailbox(string sipUri, string smtpAddress) => Backend.State = Backend.State with
    {
        Mailboxes = Backend.State.Mailboxes.Add(sipUri, new Mailbox(sipUri, smtpAddress, Exchange, ArchiveEnabled: false)),
    };

    /// <summary>Ken may use an archive.</summary>
    public void EnableArchive() => Backend.State = Backend.State with
    {
        Mailboxes = Backend.State.Mailboxes.SetItem(Ken, Backend.State.Mailboxes[Ken] with { ArchiveEnabled = true }),
    };

    public string TokenForKen() => TokenFor(Ken);

    /// <summary>A token of Lync for Exchange and a user, signed with Lync's current key.</summary>
    public string TokenFor(string sipUri) =>
        TokenIssuer.IssueForUser(TokenWish, UserIdentity.Of(sipUri, Backend.State.Mailboxes.GetValueOrDefault(sipUri)), LyncKey);

    /// <summary>A token of Lync for Exchange and for itself.</summary>
    public string AppToken() => TokenIssuer.IssueActor(TokenWish, LyncKey);

    /// <summary>An authorization server that Lync uses and Exchange accepts, in place of Lync's own tokens.</summary>
    public Litware WithTokenServer()
    {
        Add(new Server(TokenServer, ServerProduct.TokenServer, Realm, Url(TokenServer, "/metadata/json/1"), [Realm]));
        Bind(TokenServer, 3);
        Publish(TokenServer);
        Trust(TokenServer, Lync);
        Trust(Exchange, Lync, partner => partner with
        {
            Source = new PartnerSource.AuthorizationServer(partner.ApplicationIdentifier, partner.Realm),
            TrustedKeys = [],
        });
        foreach (var server in new[] { Lync, Exchange })
        {
            var record = new AuthorizationServer(
                server, "sts", ServerOf(TokenServer).MetadataUrl, Realm, ServerOf(TokenServer).Issuer, [Backend.State.Certificates[TokenServer].Current!]);
            Backend.State = Backend.State with { AuthorizationServers = Backend.State.AuthorizationServers.SetItem((server, "sts"), record) };
        }

        return this;
    }

    public void AddExchange(string fqdn) =>
        Add(new Server(fqdn, ServerProduct.ExchangeServer, Realm, Url(fqdn, "/autodiscover/metadata/json/1"), [Realm]));

    public void Change(string fqdn, Func<Server, Server> change) =>
        Backend.State = Backend.State with { Servers = Backend.State.Servers.SetItem(fqdn, change(ServerOf(fqdn))) };

    public ValueTask DisposeAsync() => Hosts.DisposeAsync();

    private ActorTokenRequest TokenWish => ActorTokenRequest.SelfIssued(
        PrincipalName.Parse(ServerOf(Lync).Issuer), new Audience(WellKnownApplications.Exchange, Exchange, Realm), Time.GetUtcNow());

    private CertificateWithKey LyncKey => Backend.Keys[(Lync, Backend.State.Certificates[Lync].Current!.Thumbprint)];

    private void Add(Server server) => Backend.State = Backend.State with { Servers = Backend.State.Servers.Add(server.Fqdn, server) };
}
