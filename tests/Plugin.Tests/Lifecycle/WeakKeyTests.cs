using NSubstitute;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>Weak keys that others chose are told of wherever they are read, and refuse nothing.</summary>
public sealed class WeakKeyTests
{
    private const string Realm = "litwareinc.com";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Uri Url = new(Programs.ExchangeUrl);

    private static readonly AuthMetadataDocument Document = new(
        WellKnownApplications.Exchange, Realm, $"{WellKnownApplications.Exchange}@{Realm}", "Exchange", [], [WeakCertificates.OfOnePrime], []);

    private static readonly PartnerApplication Partner = new(
        PluginUnderTest.Lync, "Exchange", new PartnerSource.Metadata(Url, false), Document.ServiceName, Realm, Document.Issuer,
        [WeakCertificates.NotForSigning], TrustLevel.Full, true, false, null);

    private static readonly AuthorizationServer TokenServer = new(
        PluginUnderTest.Lync, "sts", Url, Realm, Document.Issuer, [WeakCertificates.OfOnePrime, WeakCertificates.NotForSigning]);

    private static readonly CertificateSlots Slots = new(null, WeakCertificates.OfOnePrime, WeakCertificates.NotForSigning, null);

    [Fact]
    public async Task A_record_is_written_and_read_with_a_warning()
    {
        await using var plugin = await StartAsync();
        var record = new ManagedResource(plugin, "PartnerApplication");

        await record.CreateAsync(await record.CheckedAsync(Programs.Partner()));
        Assert.Equal(["PT3030"], Numbers(plugin));

        await record.RefreshAsync();
        Assert.Equal(["PT3026", "PT3027", "PT3029", "PT3030"], Numbers(plugin));
    }

    [Fact]
    public async Task A_token_server_is_trusted_with_a_warning()
    {
        await using var plugin = await StartAsync();
        var record = new ManagedResource(plugin, "AuthorizationServer");

        await record.CreateAsync(await record.CheckedAsync(Programs.TokenServer()));
        Assert.Equal(["PT3029", "PT3030"], Numbers(plugin));
    }

    [Fact]
    public async Task A_token_server_is_read_with_a_warning()
    {
        await using var plugin = await StartAsync();

        await new ManagedResource(plugin, "AuthorizationServer").ImportAsync($"{PluginUnderTest.Lync}/sts");

        Assert.Equal(["PT3027", "PT3029", "PT3030"], Numbers(plugin));
    }

    [Fact]
    public async Task A_binding_is_read_with_a_warning()
    {
        await using var plugin = await StartAsync();

        await new ManagedResource(plugin, "CertificateBinding").ImportAsync(PluginUnderTest.Lync);

        Assert.Equal(["PT2030", "PT2031"], Numbers(plugin));
    }

    [Fact]
    public async Task A_document_is_read_with_a_warning()
    {
        await using var plugin = await StartAsync();
        var request = new InvokeRequest
        {
            Tok = "partnertrust:index:getAuthMetadata",
            Args = PropertyCodec.Encode(
            PropertyMap.Of(("url", Programs.ExchangeUrl)))
        };

        Assert.Empty((await plugin.Client.InvokeAsync(request, None)).Failures);

        Assert.Equal(["PT3029"], Numbers(plugin));
    }

    [Fact]
    public async Task A_certificate_that_is_not_for_signing_is_given_with_a_warning()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var given = PropertyMap.Of(
            ("applicationIdentifier", "0a1b2c3d-0000-0000-0000-000000000001"),
            ("realm", Realm),
            ("certificatePem", WeakCertificates.Pem(WeakCertificates.NotForSigning)));

        await new ManagedResource(plugin, "PartnerApplication").UpAsync(Programs.Partner().Remove("authMetadataUrl").Set("certificate", given));

        Assert.Equal(["PT3030"], Numbers(plugin));
    }

    private static Task<PluginUnderTest> StartAsync()
    {
        var engine = Substitute.For<ITrustEngine>();
        engine.Documents.FetchAsync(Arg.Any<FetchMetadata>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>()).Returns(Document);
        engine.Writer.SavePartnerApplicationAsync(Arg.Any<SavePartnerApplication>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns(new WriteOutcome<PartnerApplication>.Done(Partner));
        engine.Reader.FindPartnerApplicationAsync(PluginUnderTest.Lync, "Exchange", Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns(Partner);
        engine.Reader.ListPartnerApplicationsAsync(Arg.Any<string>(), Arg.Any<string?>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns(AsyncEnumerable.Empty<PartnerApplication>());
        engine.Writer.SaveAuthorizationServerAsync(Arg.Any<SaveAuthorizationServer>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns(new WriteOutcome<AuthorizationServer>.Done(TokenServer));
        engine.Reader.ReadAsync(Arg.Any<ServerQuery>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns(new ServerSnapshot(PluginUnderTest.Lync, ServerParts.All) { Slots = Slots, AuthorizationServers = [TokenServer] });
        return PluginUnderTest.StartConfiguredAsync((_, _, _) => Task.FromResult(engine));
    }

    /// <summary>The numbers of all warnings so far, each once.</summary>
    private static IEnumerable<string> Numbers(PluginUnderTest plugin) => plugin.Engine.Warnings
        .Select(warning => warning[warning.IndexOf("PT", StringComparison.Ordinal)..][..6]).Distinct().Order(StringComparer.Ordinal);
}
