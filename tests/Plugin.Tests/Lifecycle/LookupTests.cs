using Grpc.Core;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>What is read by its id alone: imports, and what a program looks up (<c>.get</c>), perhaps with a few properties to find it by.</summary>
public sealed class LookupTests
{
    private const string Check = $"{PluginUnderTest.Lync}/9f2c1d2e-1111-2222-3333-444455556666";

    public static TheoryData<string, string> Ids => new()
    {
        { "CertificateBinding", PluginUnderTest.Lync },
        { "AuthMetadataEndpoint", Programs.LyncUrl },
        { "PartnerApplication", $"{PluginUnderTest.Lync}/Exchange" },
        { "OAuthConfiguration", PluginUnderTest.Lync },
        { "AuthorizationServer", $"{PluginUnderTest.Lync}/sts" },
        { "ConnectivityCheck", Check },
    };

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Whatever_few_properties_a_lookup_brings_its_outputs_are_whole(string type, string id)
    {
        await using var plugin = await StartAsync();
        var required = PackageSchema.BuiltIn.FindResource(PackageTokens.Of(type))!.Outputs.Required;
        PropertyMap[] hints = [PropertyMap.Empty, PropertyMap.Of(("server", PropertyValue.Null)), PropertyMap.Of(("server", PluginUnderTest.Lync))];
        foreach (var hint in hints)
        {
            var read = await ReadAsync(plugin, type, id, hint);

            Assert.Equal(id, read.Id);
            Assert.Empty(required.Except(PropertyCodec.Decode(read.Properties).Keys));
        }
    }

    [Fact]
    public async Task An_endpoint_is_looked_up_where_its_id_says_and_not_where_its_server_usually_publishes()
    {
        const string Elsewhere = $"https://{PluginUnderTest.Lync}/elsewhere/metadata/json/1";
        await using var plugin = await StartAsync();
        await new ManagedResource(plugin, "AuthMetadataEndpoint", "elsewhere").UpAsync(Programs.Endpoint(PluginUnderTest.Lync).Set("url", Elsewhere));

        var read = await ReadAsync(plugin, "AuthMetadataEndpoint", Elsewhere, PropertyMap.Of(("server", PluginUnderTest.Lync)));

        Assert.Equal(Elsewhere, read.Properties.Fields["url"].StringValue);
    }

    [Theory]
    [InlineData("CertificateBinding", "ATL-CS-001.LitwareInc.com.", PluginUnderTest.Lync)]
    [InlineData("AuthMetadataEndpoint", "https://ATL-CS-001.litwareinc.com:443/metadata/json/1 ", Programs.LyncUrl)]
    [InlineData("PartnerApplication", "ATL-CS-001.litwareinc.com/exchange", $"{PluginUnderTest.Lync}/Exchange")]
    [InlineData("OAuthConfiguration", "ATL-CS-001.LitwareInc.com", PluginUnderTest.Lync)]
    [InlineData("AuthorizationServer", "ATL-CS-001.litwareinc.com/STS", $"{PluginUnderTest.Lync}/sts")]
    [InlineData("ConnectivityCheck", "ATL-CS-001.litwareinc.com/9F2C1D2E-1111-2222-3333-444455556666", Check)]
    public async Task An_id_has_one_spelling_whatever_was_typed(string type, string typed, string id)
    {
        await using var plugin = await StartAsync();

        Assert.Equal(id, (await ReadAsync(plugin, type, typed, null)).Id);
    }

    [Theory]
    [InlineData("OAuthConfiguration", PluginUnderTest.Exchange)]
    [InlineData("ConnectivityCheck", $"{PluginUnderTest.Lync}/no-guid")]
    [InlineData("ConnectivityCheck", "sts.litwareinc.com/9f2c1d2e-1111-2222-3333-444455556666")]
    [InlineData("AuthMetadataEndpoint", "http://atl-cs-001.litwareinc.com/metadata/json/1")]
    [InlineData("PartnerApplication", PluginUnderTest.Lync)]
    public async Task An_id_of_what_cannot_be_is_refused_by_number(string type, string id)
    {
        await using var plugin = await StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => ReadAsync(plugin, type, id, null));

        Assert.Contains("PT1201", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_by_a_server_that_only_probes_is_imported_as_one_that_it_can_make()
    {
        await using var plugin = await StartAsync();
        var resource = new ManagedResource(plugin, "ConnectivityCheck");

        await resource.ImportAsync($"{PluginUnderTest.Exchange}/9f2c1d2e-1111-2222-3333-444455556666");

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await resource.DiffAsync(resource.Inputs)).Changes);
    }

    private static async Task<PluginUnderTest> StartAsync()
    {
        var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await Programs.RegisterPartnersAsync(plugin);
        await new ManagedResource(plugin, "AuthorizationServer").UpAsync(Programs.TokenServer());
        return plugin;
    }

    /// <summary>As the engine asks: an import brings nothing, a lookup the same few properties twice.</summary>
    private static async Task<ReadResponse> ReadAsync(PluginUnderTest plugin, string type, string id, PropertyMap? hint)
    {
        var request = new ReadRequest { Id = id, Urn = new ManagedResource(plugin, type, "found").Urn };
        if (hint is not null)
        {
            (request.Inputs, request.Properties) = (PropertyCodec.Encode(hint), PropertyCodec.Encode(hint));
        }

        return await plugin.Client.ReadAsync(request, CancellationToken.None);
    }
}
