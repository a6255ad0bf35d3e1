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
        yield return ("PT1105", "text that is no JSON", PropertyMap.Of(("servers", "[{")));
    }

    private static PropertyMap WithMailboxes(params PropertyValue[] mailboxes) =>
        PropertyMap.Of(("servers", ListValue.Of([Lync, Exchange])), ("mailboxes", ListValue.Of([.. mailboxes])));

    private static PropertyMap Mailbox(string server) =>
        PropertyMap.Of(("sipUri", PluginUnderTest.SipUri), ("smtpAddress", "kenmyer@litwareinc.com"), ("server", server));
}
