using NSubstitute;
using PartnerTrust.Engines;
using PartnerTrust.Engines.Requests;
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

    private static readonly CertificateBindingRecord Bound = new(
        PluginUnderTest.Lync, new CertificateSlots(null, WeakCertificates.OfOnePrime, WeakCertificates.NotForSigning, null), Generated: false);

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
        var request = new InvokeRequest { Tok = "partnertrust:index:getAuthMetadata", Args = PropertyCodec.Encode(PropertyMap.Of(("url", Programs.ExchangeUrl))) };

        Assert.Empty((await plugin.Client.InvokeAsync(request, None)).Failures);

        Assert.Equal(["PT3029"], Numbers(plugin));
    }

    [Fact]
    public async Task A_certificate_that_is_not_for_signing_is_given_with_a_warning()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var given = PropertyMap.Of(
            ("applicationIdentifier", "0a1b2c3d-0000-0000-0000-000000000001"), ("realm", Realm), ("certificatePem", WeakCertificates.Pem(WeakCertificates.NotForSigning)));

        await new ManagedResource(plugin, "PartnerApplication").UpAsync(Programs.Partner().Remove("authMetadataUrl").Set("certificate", given));

        Assert.Equal(["PT3030"], Numbers(plugin));
    }

    private static Task<PluginUnderTest> StartAsync()
    {
        var engine = Substitute.For<ITrustEngine>();
        engine.FetchMetadataAsync(Arg.Any<FetchMetadata>(), Arg.Any<CancellationToken>()).Returns(Document);
        engine.CreatePartnerApplicationAsync(Arg.Any<PartnerApplicationRequest>(), Arg.Any<CancellationToken>()).Returns(Partner);
        engine.FindPartnerApplicationAsync(PluginUnderTest.Lync, "Exchange", Arg.Any<CancellationToken>()).Returns(Partner);
        engine.CreateAuthorizationServerAsync(Arg.Any<AuthorizationServerRequest>(), Arg.Any<CancellationToken>()).Returns(TokenServer);
        engine.FindAuthorizationServerAsync(PluginUnderTest.Lync, "sts", Arg.Any<CancellationToken>()).Returns(TokenServer);
        engine.FindCertificateBindingAsync(PluginUnderTest.Lync, Arg.Any<CancellationToken>()).Returns(Bound);
        return PluginUnderTest.StartConfiguredAsync((_, _, _) => Task.FromResult(engine));
    }

    /// <summary>The numbers of all warnings so far, each once.</summary>
    private static IEnumerable<string> Numbers(PluginUnderTest plugin) => plugin.Engine.Warnings
        .Select(warning => warning[warning.IndexOf("PT", StringComparison.Ordinal)..][..6]).Distinct().Order(StringComparer.Ordinal);
}
