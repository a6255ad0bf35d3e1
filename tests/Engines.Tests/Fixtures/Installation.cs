using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Requests;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Fixtures;

/// <summary>The two servers of the field's own documents, emulated by an embedded engine in a directory of the test's own.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();

    private readonly Server[] servers;

    private Installation(Server[] servers) => this.servers = servers;

    public FakeTimeProvider Time { get; } = new(Certificates.Now);

    public EmbeddedEngine Engine { get; private set; } = null!;

    public string DataDirectory => directory.Combine("data");

    public static Server Lync { get; } = new(
        Partners.Lync, ServerProduct.LyncServer, Partners.Realm, new Uri($"https://{Partners.Lync}/metadata/json/1"), []);

    public static Server Exchange { get; } = new(
        Partners.Exchange, ServerProduct.ExchangeServer, Partners.Realm, new Uri($"https://{Partners.Exchange}/autodiscover/metadata/json/1"),
        [Partners.Realm]);

    public static Mailbox Mailbox { get; } = new("sip:kenmyer@litwareinc.com", "kenmyer@litwareinc.com", Partners.Exchange, ArchiveEnabled: false);

    public IReadOnlyList<Mailbox> Mailboxes { get; private init; } = [Mailbox];

    public EngineOptions Options => new([.. servers], [.. Mailboxes], DataDirectory);

    public static Task<Installation> StartAsync() => StartAsync(Lync, Exchange);

    public static Task<Installation> StartAsync(params Server[] servers) => StartAsync(servers, Mailbox);

    public static async Task<Installation> StartAsync(IEnumerable<Server> servers, params Mailbox[] mailboxes)
    {
        var installation = new Installation([.. servers]) { Mailboxes = mailboxes };
        installation.Engine = await installation.OpenAnotherAsync();
        return installation;
    }

    /// <summary>As another process would, on the same directory.</summary>
    public Task<EmbeddedEngine> OpenAnotherAsync() => EmbeddedEngine.OpenAsync(Options, Time, NullLoggerFactory.Instance, default);

    /// <summary>On another directory.</summary>
    public Task<EmbeddedEngine> OpenAtAsync(string directory) =>
        EmbeddedEngine.OpenAsync(Options with { DataDirectory = directory }, Time, NullLoggerFactory.Instance, default);

    public static BindCertificate Bind(Server server, CertificateWithKey certificate, DateTimeOffset? effective = null) =>
        new(server.Fqdn, new CertificateSource.Imported(Pem.Of(certificate), null), effective);

    public static PartnerApplicationRequest Register(Server on, Server partner) => new(
        on.Fqdn, partner.Product.ToString(), new PartnerSource.Metadata(partner.MetadataUrl, false),
        on.Product == ServerProduct.LyncServer ? TrustLevel.Full : null, true, false,
        on.Product == ServerProduct.ExchangeServer ? new LinkedAccount("LyncEnterprise-ApplicationAccount", ["ArchiveApplication", "UserApplication"]) : null);

    /// <summary>Everything that the example stack declares.</summary>
    public Task EstablishAsync() => EstablishAsync(Engine);

    public static async Task EstablishAsync(ITrustEngine engine)
    {
        await engine.BindCertificateAsync(Bind(Lync, Certificates.First), default);
        await engine.BindCertificateAsync(Bind(Exchange, Certificates.Second), default);
        await engine.PublishMetadataAsync(new PublishMetadata(Lync.Fqdn, Lync.MetadataUrl, false), default);
        await engine.PublishMetadataAsync(new PublishMetadata(Exchange.Fqdn, Exchange.MetadataUrl, false), default);
        await engine.CreatePartnerApplicationAsync(Register(Lync, Exchange), default);
        await engine.CreatePartnerApplicationAsync(Register(Exchange, Lync), default);
        await engine.WriteOAuthConfigurationAsync(
            new OAuthConfigurationRequest(Lync.Fqdn, null, new Uri($"https://{Exchange.Fqdn}/autodiscover/autodiscover.svc"), []), default);
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        directory.Dispose();
    }
}
