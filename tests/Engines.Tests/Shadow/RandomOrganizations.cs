using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Shadow;

/// <summary>Installations with several Exchange servers of one realm and of another, in which the trust is right, nearly right or wrong.</summary>
internal static class RandomOrganizations
{
    public const string Second = "ex2.litwareinc.com";
    public const string Foreign = "mail.fabrikam.com";

    public static readonly ImmutableArray<Server> Servers =
    [
        Estate.Lync with { Members = [] },
        Estate.Exchange,
        Estate.Of(Second, ServerProduct.ExchangeServer) with { MetadataUrl = new Uri("https://mail.litwareinc.com:8443/autodiscover/metadata/json/1") },
        Estate.Of(Foreign, ServerProduct.ExchangeServer) with { Realm = "fabrikam.com", AcceptedDomains = ["fabrikam.com"] },
        Estate.SharePoint,
        Estate.TokenServer,
    ];

    public static readonly ImmutableArray<Mailbox> Mailboxes =
    [
        Estate.Ken,
        new("sip:ann@litwareinc.com", "ann@litwareinc.com", Second, ArchiveEnabled: true),
        new("sip:twin@litwareinc.com", "twin@litwareinc.com", Litware.Exchange, ArchiveEnabled: false),
        new("sip:twin2@litwareinc.com", "twin@litwareinc.com", Second, ArchiveEnabled: false),
        new("sip:bob@fabrikam.com", "bob@fabrikam.com", Foreign, ArchiveEnabled: false),
        new("sip:double@litwareinc.com", "double@litwareinc.com", Second, ArchiveEnabled: false),
        new("sip:double@fabrikam.com", "double@litwareinc.com", Foreign, ArchiveEnabled: false),
    ];

    private static readonly string[] Urls =
    [
        "https://autodiscover.litwareinc.com/autodiscover/autodiscover.svc",
        "https://autodiscover.litwareinc.com/Autodiscover/Autodiscover.svc/",
        "https://ex2.litwareinc.com/autodiscover/autodiscover.svc",
        "https://ex2.litwareinc.com:8443/autodiscover/autodiscover.svc",
        "https://autodiscover.litwareinc.com:8443/autodiscover/autodiscover.svc",
        "https://mail.litwareinc.com/autodiscover/autodiscover.svc",
        "https://mail.litwareinc.com:8443/autodiscover/autodiscover.svc",
        "https://mail.fabrikam.com/autodiscover/autodiscover.svc",
        "https://autodiscover.litwareinc.com/autodiscover/autodiscover.xml",
        "https://autodiscover.litwareinc.com/EWS/Exchange.asmx",
        "https://autodiscover.litwareinc.com/EWS/Services.wsdl",
        "https://autodiscover.litwareinc.com/autodiscover/metadata/json/1",
        "https://autodiscover.litwareinc.com/nothing",
        "https://sp.litwareinc.com/_vti_bin/client.svc",
        "https://sp.litwareinc.com/autodiscover/autodiscover.svc",
        "https://atl-cs-001.litwareinc.com/webticket/webticketservice.svc",
        "https://sts.litwareinc.com/tokens/oauth/2",
        "https://unheard-of.invalid/autodiscover/autodiscover.svc",
    ];

    public static async Task EstablishAsync(Installation installation, Random random)
    {
        var engine = installation.Engine;
        await engine.RestoreOAuthConfigurationAsync(Estate.LyncSettings, default);
        foreach (var (index, server) in Servers.Index().Where(_ => random.Next(8) > 0))
        {
            await engine.BindCertificateAsync(Installation.Bind(server, Certs.Key(index % 4)), default);
            await TryAsync(() => engine.PublishMetadataAsync(new PublishMetadata(server.Fqdn, server.MetadataUrl, false), default));
        }

        var url = random.Next(10) == 0 ? null : new Uri(random.Next(2) == 0 ? Urls[random.Next(4)] : Urls[random.Next(Urls.Length)]);
        await using var lab = await EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default);
        await lab.Partners.OverwriteOAuthConfigurationAsync(
            Estate.LyncSettings with { Realm = random.Next(6) == 0 ? "other.com" : Litware.Realm, ExchangeAutodiscoverUrl = url }, default);
        await RegisterAsync(engine, random);
    }

    public static IEnumerable<ConnectivityRequest> Requests()
    {
        foreach (var user in Mailboxes.Select(mailbox => mailbox.SipUri).Append("sip:nobody@litwareinc.com"))
        {
            foreach (var target in new[] { null, Litware.Exchange, Second, Foreign })
            {
                var usual = new ConnectivityRequest(Litware.Lync, target, user, StorageFolder.ConversationHistory, true, ConnectivityMethod.Storage);
                yield return usual;
                yield return usual with { Folder = StorageFolder.Dumpster };
                yield return usual with { Method = ConnectivityMethod.Probe };
            }

            yield return CheckRequests.Probe(Litware.Exchange, Litware.Lync, user);
            yield return CheckRequests.Probe(Second, Litware.SharePoint, user);
            yield return CheckRequests.Probe(Litware.SharePoint, Foreign, user);
            yield return CheckRequests.Probe(Litware.Lync, Litware.SharePoint, user);
        }
    }

    private static async Task RegisterAsync(ITrustEngine engine, Random random)
    {
        var partners = Servers.Where(server => ProductFeatures.Partners.Contains(server.Product)).ToList();
        var usesTokenServer = random.Next(3) == 0;
        foreach (var on in partners)
        {
            await (usesTokenServer && random.Next(4) > 0 ? TryAsync(() => TrustTokenServerAsync(engine, on)) : Task.CompletedTask);
            foreach (var partner in partners.Where(partner => partner.Product != on.Product && random.Next(6) > 0))
            {
                var record = Installation.Register(on, partner) with { Name = partner.Fqdn };
                var isSwitchable = ProductFeatures.Disabling.Contains(on.Product);
                await TryAsync(() => engine.CreatePartnerApplicationAsync(
                    record with
                    {
                        Enabled = !isSwitchable || random.Next(8) > 0,
                        LinkedAccount = random.Next(6) == 0 ? null : record.LinkedAccount,
                        Source = usesTokenServer && isSwitchable && random.Next(2) == 0
                            ? new PartnerSource.AuthorizationServer(partner.ApplicationIdentifier, Litware.Realm)
                            : record.Source,
                    },
                    default));
            }
        }

        await TryAsync(() => engine.CreatePartnerApplicationAsync(Installation.Register(Estate.TokenServer, Estate.Lync), default));
    }

    private static Task<AuthorizationServer> TrustTokenServerAsync(ITrustEngine engine, Server on) => engine.CreateAuthorizationServerAsync(
        new SaveAuthorizationServer(on.Fqdn, new AuthorizationServerDraft("sts", Estate.TokenServer.MetadataUrl, null)), default);

    /// <summary>What is refused is not there.</summary>
    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (FaultException)
        {
        }
    }
}
