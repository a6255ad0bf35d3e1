using System.Text;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Configuring;

/// <summary>What a wrong setting of the provider gets.</summary>
public sealed class RefusedSettingTests
{
    private static readonly PropertyMap Lync = PropertyMap.Of(("fqdn", PluginUnderTest.Lync), ("product", "LyncServer"));
    private static readonly PropertyMap Exchange = PropertyMap.Of(("fqdn", PluginUnderTest.Exchange), ("product", "ExchangeServer"));
    private static readonly PropertyMap Pool = PropertyMap.Of(("fqdn", PluginUnderTest.SecondLync), ("product", "LyncServer"));
    private static readonly PropertyMap SharePoint = PropertyMap.Of(("fqdn", Litware.SharePoint), ("product", "SharePointServer"));
    private static readonly PropertyMap TokenServer = PropertyMap.Of(("fqdn", Litware.TokenServer), ("product", "TokenServer"));

    [Fact]
    public async Task Every_refusal_stands_on_its_own_setting()
    {
        await using var plugin = CheckingPlugin.Start();
        var text = new StringBuilder();
        foreach (var (number, what, settings) in Cases())
        {
            var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, CancellationToken.None);
            text.AppendLine(what);
            foreach (var failure in check.Failures)
            {
                text.Append("  ").AppendLine(failure.Reason);
                Assert.Empty(failure.Property);
            }

            Assert.Contains(check.Failures, failure => failure.Sentence().StartsWith(number, StringComparison.Ordinal));
        }

        await Verify(text.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_setting_of_the_embedded_engine_beside_the_other_is_told_and_no_refusal()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var settings = PropertyMap.Of(("servers", ListValue.Of([Lync])), ("engine", "powerShell"), ("dataDirectory", "data"));

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, CancellationToken.None);

        Assert.DoesNotContain(check.Failures, failure => failure.Place() == "dataDirectory");
        Assert.Contains(plugin.Engine.Warnings, warning => warning.Contains("PT1108", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_of_the_other_engine_beside_the_embedded_one_are_told_each_and_are_no_refusal()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var server = Lync.Set("shell", ListValue.Of(["run.bat"])).Set("session", "remote").Set("modules", ListValue.Of(["x"]));
        var settings = PropertyMap.Of(
            ("servers", ListValue.Of([server])), ("shell", ListValue.Of(["pwsh"])), ("transcript", "log"), ("timeouts", PropertyMap.Empty));

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, CancellationToken.None);

        Assert.Empty(check.Failures);
        Assert.Equal(
            ["servers[0].modules", "servers[0].session", "servers[0].shell", "shell", "timeouts", "transcript"],
            plugin.Engine.Warnings.Where(warning => warning.Contains("PT1108", StringComparison.Ordinal))
                .Select(warning => warning.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_realm_that_is_probably_another_is_told_and_no_refusal()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var abroad = Mailbox(PluginUnderTest.Exchange).Set("sipUri", "sip:ann@contoso.com");
        var settings = PropertyMap.Of(
            ("servers", ListValue.Of([Lync.Set("realm", "litwareinc.com"), Pool, Exchange, SharePoint])), ("mailboxes", ListValue.Of([abroad])));

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, CancellationToken.None);

        Assert.Empty(check.Failures);
        Assert.Equal(
            ["servers[0].realm: PT1123", "servers[3].realm: PT1124"],
            plugin.Engine.Warnings.Select(warning => string.Join(':', warning.Split(':')[..2])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_Lync_servers_of_one_realm_are_told_to_say_whether_they_are_one_deployment()
    {
        await using var plugin = await PluginUnderTest.StartAsync();

        await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(Two(Lync, Pool)) }, CancellationToken.None);
        var asked = plugin.Engine.Warnings.ToList();
        await plugin.Client.CheckConfigAsync(
            new CheckRequest { News = PropertyCodec.Encode(Two(Lync, Pool.Set("deployment", PluginUnderTest.SecondLync))) }, CancellationToken.None);

        Assert.StartsWith("servers[1].deployment: PT1125", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Equal(asked, plugin.Engine.Warnings);
    }

    private static IEnumerable<(string Number, string What, PropertyMap Settings)> Cases()
    {
        yield return ("PT1101", "no servers at all", PropertyMap.Empty);
        yield return ("PT1102", "an empty list of servers", PropertyMap.Of(("servers", ListValue.Of([]))));
        yield return ("PT1103", "a server twice", PropertyMap.Of(("servers", ListValue.Of([Lync, Lync.Set("fqdn", "ATL-CS-001.litwareinc.com.")]))));
        yield return ("PT1104", "a mailbox on a server of another product", WithMailboxes(Mailbox(PluginUnderTest.Lync)));
        yield return ("PT1103", "a mailbox twice", WithMailboxes(Mailbox(PluginUnderTest.Exchange), Mailbox(PluginUnderTest.Exchange)));
        yield return ("PT1041", "an address that is none", WithMailboxes(Mailbox(PluginUnderTest.Exchange).Set("smtpAddress", "kenmyer")));
        yield return ("PT1041", "a blank address", WithMailboxes(Mailbox(PluginUnderTest.Exchange).Set("smtpAddress", " ")));
        yield return ("PT1041", "a URI for an address", WithMailboxes(Mailbox(PluginUnderTest.Exchange).Set("smtpAddress", PluginUnderTest.SipUri)));
        yield return ("PT1042", "a blank directory", PropertyMap.Of(("servers", ListValue.Of([Lync])), ("dataDirectory", "  ")));
        yield return ("PT4004", "an accepted domain that is blank", PropertyMap.Of(
            ("servers", ListValue.Of([Exchange.Set("acceptedDomains", ListValue.Of(["litwareinc.com", "*", "*.contoso.com", ""]))]))));
        yield return ("PT4004", "a realm that no token can carry", PropertyMap.Of(("servers", ListValue.Of([Lync.Set("realm", "litware inc")]))));
        yield return ("PT1110", "a shell of nothing", Real(Lync).Set("shell", ListValue.Of([])));
        yield return ("PT1110", "a shell of nothing for one server, as JSON text", Real(Lync.Set("shell", "[]")));
        yield return ("PT1042", "a shell without a program", Real(Lync).Set("shell", ListValue.Of([" ", "-NoProfile"])));
        yield return ("PT1111", "a batch file", Real(Lync.Set("shell", ListValue.Of(["pwsh.cmd"]))));
        yield return ("PT1112", "a shell that runs something", Real(Lync).Set("shell", "[\"pwsh\",\"-File\",\"start.ps1\"]"));
        yield return ("PT1113", "a terminal", Real(Exchange.Set("shell", ListValue.Of(["ssh", "-tt", "exch01", "pwsh"]))));
        yield return ("PT1114", "a shell, a session and modules of a token server", Real(TokenServer
            .Set("shell", ListValue.Of(["pwsh"])).Set("session", "local").Set("modules", ListValue.Of(["x"]))));
        yield return ("PT1115", "a remote session of SharePoint", Real(SharePoint.Set("session", "remote")));
        yield return ("PT1004", "a session of another kind", Real(Exchange.Set("session", "Remote")));
        yield return ("PT1042", "a blank module", Real(Exchange.Set("modules", ListValue.Of(["ExchangeProxy", " "]))));
        yield return ("PT1040", "a module with a line break", Real(Exchange.Set("modules", ListValue.Of(["Exchange\nProxy"]))));
        yield return ("PT1042", "a blank transcript", Real(Lync).Set("transcript", " "));
        yield return ("PT1021", "times out of range", Real(Lync).Set("timeouts", PropertyMap.Of(("open", 0), ("read", 3601), ("write", 3600))));
        yield return ("PT1030", "half a second", Real(Lync).Set("timeouts", "{\"read\":0.5}"));
        yield return ("PT1002", "a time that nothing takes", Real(Lync).Set("timeouts", PropertyMap.Of(("opens", 60))));
        yield return ("PT1119", "one further name for two servers", Two(Lync.Set("names", Names("mail.litwareinc.com")), Exchange.Set("names", Names("MAIL.litwareinc.com."))));
        yield return ("PT1119", "a further name that is another server", Two(Lync.Set("names", Names(PluginUnderTest.Exchange)), Exchange));
        yield return ("PT1007", "a further name that is a URL", Two(Lync.Set("names", Names("https://lyncdiscover.litwareinc.com")), Exchange));
        yield return ("PT1120", "a deployment that is mistyped", Two(Lync, Pool.Set("deployment", "atl-cs-01.litwareinc.com")));
        yield return ("PT1120", "a deployment that is part of another", PropertyMap.Of(("servers", ListValue.Of(
            [Lync, Pool.Set("deployment", PluginUnderTest.Lync), Pool.Set("fqdn", "pool03.litwareinc.com").Set("deployment", PluginUnderTest.SecondLync)]))));
        yield return ("PT1121", "a pool of an Exchange organization", Two(Exchange, Pool.Set("deployment", PluginUnderTest.Exchange)));
        yield return ("PT1122", "a realm of one pool of a deployment", Two(Lync, Pool.Set("deployment", PluginUnderTest.Lync).Set("realm", "contoso.com")));
        yield return ("PT1105", "text that is no JSON", PropertyMap.Of(("servers", "[{")));
    }

    private static PropertyMap Two(PropertyMap first, PropertyMap second) => PropertyMap.Of(("servers", ListValue.Of([first, second])));

    private static ListValue Names(params string[] names) => ListValue.Of([.. names]);

    private static PropertyMap Real(PropertyMap server) => PropertyMap.Of(("engine", "powerShell"), ("servers", ListValue.Of([server])));

    private static PropertyMap WithMailboxes(params PropertyValue[] mailboxes) =>
        PropertyMap.Of(("servers", ListValue.Of([Lync, Exchange])), ("mailboxes", ListValue.Of([.. mailboxes])));

    private static PropertyMap Mailbox(string server) =>
        PropertyMap.Of(("sipUri", PluginUnderTest.SipUri), ("smtpAddress", "kenmyer@litwareinc.com"), ("server", server));
}
