using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Testing;
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

    public FakeTimeProvider Time { get; } = new(Certs.Now);

    public EmbeddedEngine Engine { get; private set; } = null!;

    public string DataDirectory => directory.Combine("data");

    public IReadOnlyList<Mailbox> Mailboxes { get; private init; } = [Estate.Ken];

    public EmbeddedOptions Options => new([.. servers], [.. Mailboxes], DataDirectory);

    public ShadowOptions ShadowOptions => new([.. servers], [.. Mailboxes]);

    public ServerDirectory Directory => new(servers, Mailboxes);

    public static Task<Installation> StartAsync() => StartAsync(Estate.Lync, Estate.Exchange);

    public static Task<Installation> StartAsync(params Server[] servers) => StartAsync(servers, Estate.Ken);

    public static Task<Installation> StartAsync(IEnumerable<Server> servers, params Mailbox[] mailboxes)
    {
        var installation = new Installation([.. servers]) { Mailboxes = mailboxes };
        installation.Engine = installation.OpenAnother();
        return Task.FromResult(installation);
    }

    /// <summary>The binding of a server as of now.</summary>
    public Task<CertificateBindingRecord?> FindBindingAsync(string server) =>
        Engine.Reader.FindCertificateBindingAsync(Directory.Require(server), Time.GetUtcNow(), Silence.Instance, default);

    public TrustQuestions Questions => new(Engine, Directory, Time);

    /// <summary>As another process would, on the same directory.</summary>
    public EmbeddedEngine OpenAnother() => EmbeddedEngine.Open(Options, Time, NullLoggerFactory.Instance);

    /// <summary>On another directory.</summary>
    public EmbeddedEngine OpenAt(string directory) =>
        EmbeddedEngine.Open(Options with { DataDirectory = directory }, Time, NullLoggerFactory.Instance);

    public static BindCertificate Bind(Server server, CertificateWithKey certificate, DateTimeOffset? effective = null) =>
        new(server.Fqdn, new CertificateSource.Imported(Pem.Of(certificate), null), effective);

    public static SavePartnerApplication Register(Server on, Server partner) => new(
        on.Fqdn, partner.Product.ToString(), new PartnerSource.Metadata(partner.MetadataUrl, false),
        on.Product == ServerProduct.LyncServer ? TrustLevel.Full : null, true, false,
        on.Product == ServerProduct.ExchangeServer ? new LinkedAccount("LyncEnterprise-ApplicationAccount", ["ArchiveApplication", "UserApplication"]) : null);

    /// <summary>Everything that the example stack declares.</summary>
    public Task EstablishAsync() => EstablishAsync(Engine);

    public static async Task EstablishAsync(ITrustEngine engine)
    {
        await engine.BindCertificateAsync(Bind(Estate.Lync, Certs.Key(0)), default);
        await engine.BindCertificateAsync(Bind(Estate.Exchange, Certs.Key(1)), default);
        await engine.PublishMetadataAsync(new PublishMetadata(Estate.Lync.Fqdn, Estate.Lync.MetadataUrl, false), default);
        await engine.PublishMetadataAsync(new PublishMetadata(Estate.Exchange.Fqdn, Estate.Exchange.MetadataUrl, false), default);
        await engine.CreatePartnerApplicationAsync(Register(Estate.Lync, Estate.Exchange), default);
        await engine.CreatePartnerApplicationAsync(Register(Estate.Exchange, Estate.Lync), default);
        await engine.WriteOAuthConfigurationAsync(
            new SaveOAuthConfiguration(Estate.Lync.Fqdn, null, Estate.LyncSettings.ExchangeAutodiscoverUrl, []), default);
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        directory.Dispose();
    }
}
