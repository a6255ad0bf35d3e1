using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Configuring;

public sealed class ConfigurationFormTests
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";
    private const string Server = """{"fqdn":"atl-cs-001.litwareinc.com","product":"LyncServer"}""";
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, PropertyMap> Forms => new()
    {
        { "native", PropertyMap.Of(("servers", ListValue.Of([PropertyMap.Of(("fqdn", "atl-cs-001.litwareinc.com"), ("product", "LyncServer"))]))) },
        { "JSON text", PropertyMap.Of(("servers", $"[{Server}]"), ("proveOnPreview", "true")) },
        { "a list of JSON texts", PropertyMap.Of(("servers", ListValue.Of([Server]))) },
        { "a secret", PropertyMap.Of(("servers", new SecretValue($"[{Server}]"))) },
        { "a secret inside JSON text", PropertyMap.Of(("servers", $$"""[{"{{Signature}}":"{{Secret}}","value":{{Server}}}]""")) },
        { "an engine's own keys beside it", PropertyMap.Of(("servers", $"[{Server}]"), ("version", "0.1.0")) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_form_configures_the_same_servers(string form, PropertyMap settings)
    {
        await using var plugin = CheckingPlugin.Start();

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, None);
        await plugin.ConfigureAsync(settings);

        Assert.True(check.Failures.Count == 0, form);
        Assert.Equal(PropertyCodec.Encode(settings), check.Inputs);
        var known = await plugin.Resource("OAuthConfiguration").CheckAsync(PropertyMap.Of(("server", "ATL-CS-001.litwareinc.com")));
        Assert.Empty(known.Failures);
    }

    [Fact]
    public async Task Missing_settings_are_reported_together_with_their_keys()
    {
        await using var plugin = CheckingPlugin.Start();

        var failure = await Assert.ThrowsAsync<RpcException>(() => plugin.ConfigureAsync(PropertyMap.Empty));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        var missing = Assert.Single(failure.Detail<ConfigureErrorMissingKeys>()!.MissingKeys);
        Assert.Equal("partnertrust:servers", missing.Name);
        Assert.NotEqual("", missing.Description);
    }

    [Fact]
    public async Task Unknown_settings_pass_while_previewing()
    {
        await using var plugin = CheckingPlugin.Start();
        var settings = PluginUnderTest.Servers.Set("dataDirectory", UnknownValue.Text).Set("servers", new UnknownValue(UnknownKind.List));

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, None);

        Assert.Empty(check.Failures);
    }

    [Fact]
    public async Task Environment_variables_stand_in_for_settings()
    {
        await using var plugin = CheckingPlugin.Start(environment: name => name == "PARTNERTRUST_ENGINE" ? "embeded" : null);

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(PluginUnderTest.Servers) }, None);

        Assert.Equal("engine", Assert.Single(check.Failures).Place());
        Assert.Contains("probably \"embedded\"", check.Failures[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("engine", "powerShell", true)]
    [InlineData("dataDirectory", "elsewhere", false)]
    [InlineData("proveOnPreview", "false", false)]
    [InlineData("shell", "[\"pwsh\",\"-NoLogo\"]", false)]
    [InlineData("transcript", "cmdlets.log", false)]
    [InlineData("timeouts", "{\"read\":30}", false)]
    [InlineData("servers", $$"""[{"fqdn":"{{PluginUnderTest.Exchange}}","product":"ExchangeServer","session":"local","modules":["x"]}]""", false)]
    public async Task Only_another_engine_replaces_the_provider(string setting, string value, bool replaces)
    {
        await using var plugin = CheckingPlugin.Start();
        var olds = PropertyCodec.Encode(PluginUnderTest.Servers);

        var same = await plugin.Client.DiffConfigAsync(new DiffRequest { OldInputs = olds, News = olds }, None);
        var diff = await plugin.Client.DiffConfigAsync(
            new DiffRequest { OldInputs = olds, News = PropertyCodec.Encode(PluginUnderTest.Servers.Set(setting, value)) }, None);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, same.Changes);
        Assert.Equal([setting], diff.Diffs);
        Assert.Equal(replaces ? [setting] : [], diff.Replaces);
    }

    [Fact]
    public async Task A_mailbox_stands_on_a_configured_exchange_server()
    {
        await using var plugin = CheckingPlugin.Start();
        var settings = PluginUnderTest.Servers.Set("mailboxes", ListValue.Of([PropertyMap.Of(
            ("sipUri", "kenmyer@litwareinc.com"), ("smtpAddress", "kenmyer@litwareinc.com"), ("server", PluginUnderTest.Lync))]));

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, None);

        Assert.Equal(["mailboxes[0].sipUri", "mailboxes[0].server"], check.Failures.Select(failure => failure.Place()));
    }
}
