using Grpc.Core;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using static PartnerTrust.Testing.RemoteTroubles;

namespace PartnerTrust.Plugin.Tests.Remote;

/// <summary>Lync does not show the keys that it holds of a partner: what the stack wrote is remembered, and nothing else is said.</summary>
public sealed class HiddenKeyTests : IAsyncLifetime
{
    private const string Keys = "trustedKeys";

    private const string Imported = $"{PluginUnderTest.Lync}/Exchange";

    private RemoteWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await RemoteWorld.StartAsync();
        await Programs.EstablishTrustAsync(world.Plugin);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData("PartnerApplication")]
    [InlineData("AuthorizationServer")]
    public async Task The_keys_that_were_written_stay_in_the_state_when_it_is_refreshed(string type)
    {
        var record = world.Resource(type);
        await record.UpAsync(ProgramOf(type));
        var written = record.Outputs[Keys];

        var refreshed = await record.RefreshAsync();

        Assert.Single(((ListValue)written).Items);
        Assert.Equal(written, record.Outputs[Keys]);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, refreshed!.Changes);
    }

    [Theory]
    [InlineData("PartnerApplication", Imported)]
    [InlineData("AuthorizationServer", $"{PluginUnderTest.Lync}/sts")]
    public async Task An_imported_record_has_none_and_shows_no_difference(string type, string id)
    {
        await world.Resource(type, "other").UpAsync(ProgramOf(type));
        var record = world.Resource(type);

        await record.ImportAsync(id);

        Assert.False(record.Outputs.ContainsKey(Keys));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await record.RefreshAsync())!.Changes);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await record.DiffAsync(record.Inputs)).Changes);
    }

    [Fact]
    public async Task What_was_only_seen_after_an_interruption_has_none_until_it_is_written_again()
    {
        var partner = world.Resource("PartnerApplication");
        await partner.UpAsync(Programs.Partner());
        world.Engine.Troubles.Expect(Trouble.AnswerLostAndSeen);

        var failure = await Assert.ThrowsAsync<RpcException>(() => partner.UpAsync(Programs.Partner().Set("enabled", false)));
        await partner.UpAsync(Programs.Partner());

        Assert.False(PropertyCodec.Decode(failure.Detail<ErrorResourceInitFailed>()!.Properties).ContainsKey(Keys));
        Assert.Single(((ListValue)partner.Outputs[Keys]).Items);
    }

    [Fact]
    public async Task What_is_remembered_of_another_source_does_not_count()
    {
        var partner = world.Resource("PartnerApplication");
        await partner.UpAsync(Programs.Partner());
        var record = (await world.Servers.FindPartnerApplicationAsync(PluginUnderTest.Lync, "Exchange", default))!;
        var given = new PartnerSource.Certificate(record.ApplicationIdentifier, record.Realm, record.TrustedKeys!.Value.Single());
        await world.Servers.UpdatePartnerApplicationAsync(
            new SavePartnerApplication(record.Server, record.Name, given, record.TrustLevel, record.Enabled, false, null), default);

        await partner.RefreshAsync();

        Assert.False(partner.Outputs.ContainsKey(Keys));
    }

    [Fact]
    public async Task A_certificate_that_was_given_stays_as_it_was_given()
    {
        var program = await CertificateProgramAsync();
        var partner = world.Resource("PartnerApplication");
        await partner.UpAsync(program);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await partner.RefreshAsync())!.Changes);
        Assert.Equal(program["certificate"], partner.Inputs["certificate"]);
        Assert.Single(((ListValue)partner.Outputs[Keys]).Items);
    }

    [Fact]
    public async Task A_certificate_that_nobody_gave_is_not_told_by_an_import()
    {
        await world.Resource("PartnerApplication", "other").UpAsync(await CertificateProgramAsync());
        var imported = world.Resource("PartnerApplication", "imported");

        await imported.ImportAsync(Imported);

        Assert.False(((PropertyMap)imported.Inputs["certificate"]).ContainsKey("certificatePem"));
        Assert.Equal<PropertyValue>("litwareinc.com", ((PropertyMap)imported.Inputs["certificate"])["realm"]);
    }

    [Fact]
    public async Task The_function_leaves_them_out_where_they_are_not_shown()
    {
        await Programs.RegisterPartnersAsync(world.Plugin);

        Assert.False((await FirstRecordAsync(PluginUnderTest.Lync)).ContainsKey(Keys));
        Assert.True((await FirstRecordAsync(PluginUnderTest.Exchange)).ContainsKey(Keys));
    }

    [Fact]
    public async Task Whether_Lync_accepts_a_call_is_said_to_be_unknown_and_not_to_be_refused()
    {
        await Programs.RegisterPartnersAsync(world.Plugin);

        var answer = await ExplainAsync(PluginUnderTest.Exchange, PluginUnderTest.Lync);
        var other = await ExplainAsync(PluginUnderTest.Lync, PluginUnderTest.Exchange);

        Assert.Equal<PropertyValue>(false, answer["accepted"]);
        Assert.Equal<PropertyValue>("", answer["code"]);
        Assert.StartsWith("Cannot be told: ", ((TextValue)answer["refusal"]).Value, StringComparison.Ordinal);
        Assert.Equal<PropertyValue>(true, other["accepted"]);
    }

    private static PropertyMap ProgramOf(string type) => type == "PartnerApplication" ? Programs.Partner() : Programs.TokenServer();

    /// <summary>Exchange as Lync's partner by its certificate alone.</summary>
    private async Task<PropertyMap> CertificateProgramAsync()
    {
        var bound = world.Resource("CertificateBinding", "bound");
        await bound.ImportAsync(PluginUnderTest.Exchange);
        return Programs.Partner().Remove("authMetadataUrl").Set("certificate", PropertyMap.Of(
            ("applicationIdentifier", WellKnownApplications.Exchange),
            ("realm", "litwareinc.com"),
            ("certificatePem", bound.Outputs["certificatePem"])));
    }

    private Task<PropertyMap> ExplainAsync(string from, string to) => InvokeAsync("explainTrust", ("from", from), ("to", to));

    private async Task<PropertyMap> FirstRecordAsync(string server)
    {
        var answer = await InvokeAsync("getPartnerApplications", ("server", server));
        return (PropertyMap)((ListValue)answer["partnerApplications"]).Items[0];
    }

    private async Task<PropertyMap> InvokeAsync(string name, params (string, PropertyValue)[] arguments)
    {
        var request = new InvokeRequest { Tok = PackageTokens.Of(name), Args = PropertyCodec.Encode(PropertyMap.Of(arguments)) };
        var response = await world.Plugin.Client.InvokeAsync(request, CancellationToken.None);
        Assert.Empty(response.Failures);
        return PropertyCodec.Decode(response.Return);
    }
}
