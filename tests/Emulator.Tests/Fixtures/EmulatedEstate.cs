using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Network;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Tests.Fixtures;

/// <summary>The installation of the field's own documents: a Lync pool, an Exchange server, Ken Myer's mailbox; whatever trust a test adds.</summary>
internal sealed class EmulatedEstate : IAsyncDisposable
{
    // Busy machines are slow; what these tests hold is not speed.
    private static readonly NetworkLimits Patient = NetworkLimits.Usual with { Timeout = TimeSpan.FromMinutes(2) };

    public EmulatedEstate(NetworkLimits? limits = null)
    {
        Add(Estate.Lync);
        Add(Estate.Exchange);
        Add(Estate.SharePoint);
        Backend.State = Backend.State with { Mailboxes = Backend.State.Mailboxes.Add(Estate.Ken.SipUri, Estate.Ken) };
        Hosts = new EmulatedHosts(Backend, Backend, Time, NullLoggerFactory.Instance, limits ?? Patient);
    }

    public static DateTimeOffset Start => Certs.Now;

    public static CancellationToken Forever => CancellationToken.None;

    public SettableTime Time { get; } = new(Start);

    public MemoryBackend Backend { get; } = new();

    public EmulatedHosts Hosts { get; }

    public Server ServerOf(string fqdn) => Backend.State.Servers[fqdn];

    /// <summary>Binds one of the sample certificates, as <c>current</c> alone or before the one that was bound.</summary>
    public void Bind(string server, int certificate)
    {
        var made = Certs.Key(certificate);
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
        var settings = Estate.LyncSettings with { Realm = ServerOf(Litware.Lync).Realm };
        var written =
            settings with { ExchangeAutodiscoverUrl = url ?? settings.ExchangeAutodiscoverUrl, ExchangeAutodiscoverAllowedDomains = allowed ?? [] };
        Backend.State = Backend.State with { OAuthConfigurations = Backend.State.OAuthConfigurations.SetItem(Litware.Lync, written) };
    }

    /// <summary>Everything that Lync needs to write to Ken's mailbox, and Exchange to call Lync.</summary>
    public EmulatedEstate WithTwoWayTrust()
    {
        Bind(Litware.Lync, 0);
        Bind(Litware.Exchange, 1);
        Publish(Litware.Lync);
        Publish(Litware.Exchange);
        Trust(Litware.Exchange, Litware.Lync);
        Trust(Litware.Lync, Litware.Exchange);
        PointToAutodiscover();
        return this;
    }

    public void AddMailbox(string sipUri, string smtpAddress) => Backend.State = Backend.State with
    {
        Mailboxes = Backend.State.Mailboxes.Add(sipUri, new Mailbox(sipUri, smtpAddress, Litware.Exchange, ArchiveEnabled: false)),
    };

    /// <summary>Ken may use an archive.</summary>
    public void EnableArchive() => Backend.State = Backend.State with
    {
        Mailboxes = Backend.State.Mailboxes.SetItem(Litware.Ken, Backend.State.Mailboxes[Litware.Ken] with { ArchiveEnabled = true }),
    };

    public string TokenForKen() => TokenFor(Litware.Ken);

    /// <summary>A token of Lync for Exchange and a user, signed with Lync's current key.</summary>
    public string TokenFor(string sipUri) =>
        TokenIssuer.IssueForUser(TokenWish, UserIdentity.Of(sipUri, Backend.State.Mailboxes.GetValueOrDefault(sipUri)), LyncKey);

    /// <summary>A token of Lync for Exchange and for itself.</summary>
    public string AppToken() => TokenIssuer.IssueActor(TokenWish, LyncKey);

    /// <summary>An authorization server that Lync uses and Exchange accepts, in place of Lync's own tokens.</summary>
    public EmulatedEstate WithTokenServer()
    {
        Add(Estate.TokenServer);
        Bind(Litware.TokenServer, 3);
        Publish(Litware.TokenServer);
        Trust(Litware.TokenServer, Litware.Lync);
        Trust(Litware.Exchange, Litware.Lync, partner => partner with
        {
            Source = new PartnerSource.AuthorizationServer(partner.ApplicationIdentifier, partner.Realm),
            TrustedKeys = [],
        });
        var (issuer, key) = (ServerOf(Litware.TokenServer), Backend.State.Certificates[Litware.TokenServer].Current!);
        foreach (var server in new[] { Litware.Lync, Litware.Exchange })
        {
            var record = new AuthorizationServer(server, "sts", issuer.MetadataUrl, issuer.Realm, issuer.Issuer, [key]);
            Backend.State = Backend.State with { AuthorizationServers = Backend.State.AuthorizationServers.SetItem((server, "sts"), record) };
        }

        return this;
    }

    public void AddExchange(string fqdn) => Add(Estate.Of(fqdn, ServerProduct.ExchangeServer));

    public void Change(string fqdn, Func<Server, Server> change) =>
        Backend.State = Backend.State with { Servers = Backend.State.Servers.SetItem(fqdn, change(ServerOf(fqdn))) };

    public ValueTask DisposeAsync() => Hosts.DisposeAsync();

    private ActorTokenRequest TokenWish => ActorTokenRequest.SelfIssued(
        PrincipalName.Parse(ServerOf(Litware.Lync).Issuer),
        new Audience(WellKnownApplications.Exchange, Litware.Exchange, Litware.Realm),
        Time.GetUtcNow());

    private CertificateWithKey LyncKey => Backend.Keys[(Litware.Lync, Backend.State.Certificates[Litware.Lync].Current!.Thumbprint)];

    private void Add(Server server) => Backend.State = Backend.State with { Servers = Backend.State.Servers.Add(server.Fqdn, server) };
}
