using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>The document behind a record's URL is another's: it is judged before anything is deleted.</summary>
public sealed class WrongDocumentTests
{
    private const string Sts = Litware.TokenServer;
    private const string StsUrl = $"https://{Sts}/metadata/json/1";

    [Fact]
    public async Task Another_realm_behind_the_same_URL_is_refused_and_the_record_stays_whole()
    {
        await using var plugin = await StartAsync();
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(LyncPartner("1"));
        var before = partner.Outputs;
        await SetRealmAsync(plugin, "fabrikam.com");

        var refusal = await RefusalAsync(() => partner.UpAsync(LyncPartner("2")));

        Assert.StartsWith("authMetadataUrl: PT4002", refusal, StringComparison.Ordinal);
        Assert.Contains($"\"{WellKnownApplications.Lync}@fabrikam.com\"", refusal, StringComparison.Ordinal);
        Assert.Contains($"\"{WellKnownApplications.Lync}@litwareinc.com\"", refusal, StringComparison.Ordinal);
        Assert.Empty((await partner.RefreshAsync())!.DetailedDiff);
        Assert.Equal(before, partner.Outputs);
        await SetRealmAsync(plugin, "litwareinc.com");
        Assert.Equal(["refreshTrigger"], (await partner.UpAsync(LyncPartner("2")))!.DetailedDiff.Keys);
    }

    [Fact]
    public async Task Another_product_behind_the_same_URL_is_refused_even_where_the_name_changes_too()
    {
        await using var plugin = await StartAsync();
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(LyncPartner("1"));
        await PublishInsteadAsync(plugin, Programs.LyncUrl);

        Assert.Contains("PT4002", await RefusalAsync(() => partner.UpAsync(LyncPartner("2").Set("name", "Other"))), StringComparison.Ordinal);

        Assert.True(await partner.IsThereAsync($"{PluginUnderTest.Exchange}/LyncEnterprise"));
    }

    [Fact]
    public async Task A_refresh_warns_of_the_wrong_document_and_leaves_the_next_update_alone()
    {
        await using var plugin = await StartAsync();
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(LyncPartner("1"));
        await SetRealmAsync(plugin, "fabrikam.com");

        var shown = await partner.RefreshAsync();

        Assert.Empty(shown!.DetailedDiff);
        Assert.Contains(plugin.Engine.Warnings, warning => warning.Contains("PT4002", StringComparison.Ordinal));
        Assert.Empty((await partner.UpAsync(LyncPartner("1")))!.DetailedDiff);
    }

    [Fact]
    public async Task A_realm_that_the_settings_declare_replaces_the_record()
    {
        await using var first = await StartAsync();
        var partner = new ManagedResource(first, "PartnerApplication");
        await partner.UpAsync(Programs.Partner());
        await using var plugin = await PluginUnderTest.StartAsync(folder: first.Folder, clock: first.Time);
        await plugin.ConfigureAsync(ServersWithRealm(PluginUnderTest.Exchange, "fabrikam.com"));
        var (inputs, outputs) = (PropertyCodec.Encode(partner.Inputs), PropertyCodec.Encode(partner.Outputs));

        var read = await plugin.Client.ReadAsync(
            new ReadRequest { Id = partner.Id, Urn = partner.Urn, Inputs = inputs, Properties = outputs }, default);
        await new ManagedResource(plugin, "PartnerApplication").CheckedAsync(Programs.Partner());
        var diff = await plugin.Client.DiffAsync(
            new DiffRequest { Id = partner.Id, Urn = partner.Urn, Olds = read.Properties, OldInputs = read.Inputs, News = inputs }, default);

        Assert.Contains(plugin.Engine.Warnings, warning => warning.Contains("PT4030", StringComparison.Ordinal));
        Assert.Equal(["authMetadataUrl"], diff.Replaces);
    }

    [Fact]
    public async Task A_realm_that_the_program_sets_replaces_the_record()
    {
        await using var plugin = await StartAsync();
        var settings = new ManagedResource(plugin, "OAuthConfiguration", "settings");
        await settings.UpAsync(Programs.OAuth());
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(LyncPartner("1"));

        await settings.UpAsync(Programs.OAuth().Set("realm", "fabrikam.com"));
        var diff = await partner.UpAsync(LyncPartner("2"));

        Assert.Equal(["refreshTrigger"], diff!.Replaces);
        Assert.Equal<PropertyValue>("fabrikam.com", partner.Outputs["realm"]);
    }

    [Fact]
    public async Task A_realm_that_the_program_sets_counts_wherever_the_program_lets_that_server_publish()
    {
        const string Elsewhere = "https://meet.litwareinc.com/metadata/json/1";
        await using var plugin = await StartAsync();
        var settings = new ManagedResource(plugin, "OAuthConfiguration", "settings");
        await settings.UpAsync(Programs.OAuth());
        await new ManagedResource(plugin, "AuthMetadataEndpoint", "elsewhere").UpAsync(Programs.Endpoint(PluginUnderTest.Lync).Set("url", Elsewhere));
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(LyncPartner("1").Set("authMetadataUrl", Elsewhere));

        await settings.UpAsync(Programs.OAuth().Set("realm", "fabrikam.com"));

        Assert.Equal(["refreshTrigger"], (await partner.UpAsync(LyncPartner("2").Set("authMetadataUrl", Elsewhere)))!.Replaces);
    }

    [Fact]
    public async Task A_new_URL_replaces_the_record_only_when_its_document_can_be_had()
    {
        await using var plugin = await StartAsync();
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(Programs.Partner());

        Assert.Contains(
            "PT3056", await RefusalAsync(() => partner.UpAsync(Programs.Partner().Set("authMetadataUrl", SharePointUrl))), StringComparison.Ordinal);
        Assert.True(await partner.IsThereAsync($"{PluginUnderTest.Lync}/Exchange"));

        await new ManagedResource(plugin, "CertificateBinding", "sp").UpAsync(Programs.Certificate(Litware.SharePoint));
        await new ManagedResource(plugin, "AuthMetadataEndpoint", "sp").UpAsync(Programs.Endpoint(Litware.SharePoint));
        var diff = await partner.UpAsync(Programs.Partner().Set("authMetadataUrl", SharePointUrl));

        Assert.Equal(["authMetadataUrl"], diff!.Replaces);
        Assert.Equal<PropertyValue>(WellKnownApplications.SharePoint, partner.Outputs["applicationIdentifier"]);
    }

    [Fact]
    public async Task A_new_name_is_refused_while_the_document_that_the_new_record_needs_is_not_there()
    {
        await using var plugin = await StartAsync();
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(Programs.Partner());
        await plugin.DeleteBehindAsync("AuthMetadataEndpoint", Programs.ExchangeUrl);

        Assert.Contains("PT3056", await RefusalAsync(() => partner.UpAsync(Programs.Partner().Set("name", "Mail"))), StringComparison.Ordinal);

        Assert.True(await partner.IsThereAsync($"{PluginUnderTest.Lync}/Exchange"));
    }

    /// <summary>The update would publish first.</summary>
    [Fact]
    public async Task A_preview_that_proves_nothing_refuses_nothing_for_what_is_only_planned()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        await plugin.ConfigureAsync(PluginUnderTest.Servers.Set("proveOnPreview", false));
        await Programs.EstablishTrustAsync(plugin);
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(Programs.Partner());

        await new ManagedResource(plugin, "AuthMetadataEndpoint", "sp").PreviewAsync(Programs.Endpoint(Litware.SharePoint));
        var diff = await partner.DiffAsync(Programs.Partner().Set("authMetadataUrl", SharePointUrl));

        Assert.Equal(["authMetadataUrl"], diff.Replaces);
    }

    [Fact]
    public async Task Another_token_server_behind_the_same_URL_is_refused_and_behind_another_one_it_replaces_the_record()
    {
        await using var plugin = await StartAsync();
        var known = new ManagedResource(plugin, "AuthorizationServer");
        await known.UpAsync(Programs.TokenServer());
        await PublishInsteadAsync(plugin, StsUrl);

        Assert.Contains(
            "PT4002", await RefusalAsync(() => known.UpAsync(Programs.TokenServer().Set("realm", "fabrikam.com"))), StringComparison.Ordinal);
        var elsewhere = await known.UpAsync(Programs.TokenServer().Set("authMetadataUrl", Programs.ExchangeUrl));

        Assert.Equal(["authMetadataUrl"], elsewhere!.Replaces);
        Assert.Equal<PropertyValue>($"{WellKnownApplications.Exchange}@litwareinc.com", known.Outputs["issuer"]);
    }

    private const string SharePointUrl = "https://sp.litwareinc.com/_layouts/15/metadata/json/1";

    private static PropertyMap LyncPartner(string trigger) => Programs.LyncPartner().Set("refreshTrigger", trigger);

    private static async Task<PluginUnderTest> StartAsync()
    {
        var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        return plugin;
    }

    private static PropertyMap ServersWithRealm(string fqdn, string realm) => PluginUnderTest.Servers.Set(
        "servers",
        ListValue.Of(((ListValue)PluginUnderTest.Servers["servers"]).Items.Select(server =>
            ((TextValue)((PropertyMap)server)["fqdn"]).Value == fqdn ? ((PropertyMap)server).Set("realm", realm) : server)));

    /// <summary>As an operator sets it.</summary>
    private static async Task SetRealmAsync(PluginUnderTest plugin, string realm)
    {
        await using var lab = await EmbeddedLab.OpenAsync(plugin.DataDirectory, plugin.Time, NullLoggerFactory.Instance, CancellationToken.None);
        await lab.Partners.OverwriteOAuthConfigurationAsync(
            new OAuthConfiguration(PluginUnderTest.Lync, realm, WellKnownApplications.Lync, null, []), CancellationToken.None);
    }

    /// <summary>Exchange's document, as when a load balancer sends the host's requests there.</summary>
    private static async Task PublishInsteadAsync(PluginUnderTest plugin, string url)
    {
        await plugin.DeleteBehindAsync("AuthMetadataEndpoint", url);
        await using var theirs = await PluginUnderTest.StartConfiguredAsync(folder: plugin.Folder, clock: plugin.Time);
        await new ManagedResource(theirs, "AuthMetadataEndpoint", "instead").UpAsync(Programs.Endpoint(PluginUnderTest.Exchange).Set("url", url));
    }

    private static async Task<string> RefusalAsync(Func<Task> update) => (await Assert.ThrowsAsync<RpcException>(update)).Message;
}
