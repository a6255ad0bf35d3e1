using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Hosts;

/// <summary>The whole embedded engine: what is kept in SQLite decides over real HTTPS sockets.</summary>
public sealed class WholeEngineTests
{
    private const string Realm = Litware.Realm;
    private static readonly Uri LyncUrl = Litware.Url(Litware.Lync, "/metadata/json/1");
    private static readonly Uri ExchangeUrl = Litware.Url(Litware.Exchange, "/autodiscover/metadata/json/1");

    [Fact]
    public async Task A_trust_is_declared_works_is_broken_behind_its_back_and_repaired()
    {
        var directory = Directory.CreateTempSubdirectory("partnertrust-engine-");
        try
        {
            await using var engine = EmbeddedEngine.Open(Options(directory.FullName), TimeProvider.System, NullLoggerFactory.Instance);
            await DeclareAsync(engine);
            var working = await CheckAsync(engine);
            Assert.True(working.Succeeded, string.Join('\n', working.Steps));

            await BindAsync(engine, Litware.Lync);
            var broken = await CheckAsync(engine);
            var verdict = await engine.ExplainTrustAsync(
                new TrustQuestion(Litware.Lync, Litware.Exchange, Litware.Ken, DateTimeOffset.UtcNow),
                new ServerDirectory(Options(directory.FullName).Servers, Options(directory.FullName).Mailboxes),
                TimeProvider.System);
            Assert.Equal("PT5025", broken.Steps[^1].Code);
            Assert.Equal(broken.Steps[^1].Code, verdict.Refusal!.Code);

            await engine.UpdatePartnerApplicationAsync(Partner(Litware.Exchange, LyncUrl), Litware.Forever);
            var repaired = await CheckAsync(engine);
            Assert.True(repaired.Succeeded, string.Join('\n', repaired.Steps));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Two_engines_on_one_directory_answer_for_each_others_servers()
    {
        var directory = Directory.CreateTempSubdirectory("partnertrust-engine-");
        try
        {
            await using var one = EmbeddedEngine.Open(Options(directory.FullName), TimeProvider.System, NullLoggerFactory.Instance);
            await using var other = EmbeddedEngine.Open(Options(directory.FullName), TimeProvider.System, NullLoggerFactory.Instance);
            await DeclareAsync(one);

            Assert.True((await CheckAsync(other)).Succeeded);
            var document = await other.FetchMetadataAsync(new FetchMetadata(LyncUrl, false), Litware.Forever);
            Assert.Equal("00000004-0000-0ff1-ce00-000000000000@litwareinc.com", document.Issuer);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static EmbeddedOptions Options(string directory) => new(
        [
            new Server(Litware.Lync, ServerProduct.LyncServer, Realm, LyncUrl, [Realm]),
            new Server(Litware.Exchange, ServerProduct.ExchangeServer, Realm, ExchangeUrl, [Realm]),
        ],
        [new Mailbox(Litware.Ken, Litware.KenSmtp, Litware.Exchange, ArchiveEnabled: false)],
        directory);

    private static async Task DeclareAsync(EmbeddedEngine engine)
    {
        await BindAsync(engine, Litware.Lync);
        await BindAsync(engine, Litware.Exchange);
        await engine.PublishMetadataAsync(new PublishMetadata(Litware.Lync, LyncUrl, false), Litware.Forever);
        await engine.PublishMetadataAsync(new PublishMetadata(Litware.Exchange, ExchangeUrl, false), Litware.Forever);
        await engine.CreatePartnerApplicationAsync(Partner(Litware.Exchange, LyncUrl), Litware.Forever);
        await engine.CreatePartnerApplicationAsync(Partner(Litware.Lync, ExchangeUrl) with { TrustLevel = TrustLevel.Full }, Litware.Forever);
        await engine.WriteOAuthConfigurationAsync(
            new SaveOAuthConfiguration(Litware.Lync, null, Litware.Url(Litware.Exchange, "/autodiscover/autodiscover.svc"), []), Litware.Forever);
    }

    private static Task<CertificateBindingRecord> BindAsync(EmbeddedEngine engine, string server) =>
        engine.BindCertificateAsync(new BindCertificate(server, new CertificateSource.Generated($"CN={Realm}", 2048, 365), null), Litware.Forever);

    private static SavePartnerApplication Partner(string server, Uri url) =>
        new(server, "partner", new PartnerSource.Metadata(url, false), null, Enabled: true, AcceptSecurityIdentifierInformation: false, null);

    private static Task<ConnectivityReport> CheckAsync(EmbeddedEngine engine) =>
        engine.CheckConnectivityAsync(CheckRequests.Storage(), Litware.Forever);
}
