using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.Embedded;

/// <summary>The whole embedded engine: what is kept in SQLite decides over real HTTPS sockets.</summary>
public sealed class WholeEngineTests
{
    private static readonly Uri LyncUrl = Estate.Lync.MetadataUrl;
    private static readonly Uri ExchangeUrl = Estate.Exchange.MetadataUrl;

    [Fact]
    public async Task A_trust_is_declared_works_is_broken_behind_its_back_and_repaired()
    {
        var directory = Directory.CreateTempSubdirectory("partnertrust-engine-");
        try
        {
            await using var engine = Open(directory.FullName);
            await DeclareAsync(engine);
            var working = await CheckAsync(engine);
            Assert.True(working.Succeeded, string.Join('\n', working.Steps));

            await BindAsync(engine, Litware.Lync);
            var broken = await CheckAsync(engine);
            var question = new TrustQuestion(Litware.Lync, Litware.Exchange, Estate.Ken.SipUri, DateTimeOffset.UtcNow);
            var verdict = await engine.ExplainTrustAsync(
                question, new ServerDirectory([Estate.Lync, Estate.Exchange], [Estate.Ken]), TimeProvider.System);
            Assert.Equal("PT5025", broken.Steps[^1].Code);
            Assert.Equal(broken.Steps[^1].Code, verdict.Refusal!.Code);

            await engine.UpdatePartnerApplicationAsync(Partner(Litware.Exchange, LyncUrl), default);
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
            await using var one = Open(directory.FullName);
            await using var other = Open(directory.FullName);
            await DeclareAsync(one);

            Assert.True((await CheckAsync(other)).Succeeded);
            var document = await other.FetchMetadataAsync(new FetchMetadata(LyncUrl, false), default);
            Assert.Equal("00000004-0000-0ff1-ce00-000000000000@litwareinc.com", document.Issuer);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static EmbeddedEngine Open(string directory) => EmbeddedEngine.Open(
        new EmbeddedOptions([Estate.Lync, Estate.Exchange], [Estate.Ken], directory),
        TimeProvider.System, NullLoggerFactory.Instance);

    private static async Task DeclareAsync(EmbeddedEngine engine)
    {
        await BindAsync(engine, Litware.Lync);
        await BindAsync(engine, Litware.Exchange);
        await engine.PublishMetadataAsync(new PublishMetadata(Litware.Lync, LyncUrl, false), default);
        await engine.PublishMetadataAsync(new PublishMetadata(Litware.Exchange, ExchangeUrl, false), default);
        await engine.CreatePartnerApplicationAsync(Partner(Litware.Exchange, LyncUrl), default);
        await engine.CreatePartnerApplicationAsync(Partner(Litware.Lync, ExchangeUrl) with { TrustLevel = TrustLevel.Full }, default);
        await engine.WriteOAuthConfigurationAsync(
            new SaveOAuthConfiguration(Litware.Lync, null, new Uri($"https://{Litware.Exchange}/autodiscover/autodiscover.svc"), []),
            default);
    }

    private static Task<CertificateBindingRecord> BindAsync(EmbeddedEngine engine, string server)
    {
        var source = new CertificateSource.Generated($"CN={Litware.Realm}", 2048, 365);
        return engine.BindCertificateAsync(new BindCertificate(server, source, null), default);
    }

    private static SavePartnerApplication Partner(string server, Uri url) =>
        new(server, "partner", new PartnerSource.Metadata(url, false), null, Enabled: true, AcceptSecurityIdentifierInformation: false, null);

    private static Task<ConnectivityReport> CheckAsync(EmbeddedEngine engine) =>
        engine.CheckConnectivityAsync(CheckRequests.Storage(), default);
}
