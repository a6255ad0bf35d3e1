using System.Diagnostics;
using System.Text.RegularExpressions;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Logging;

/// <summary>What the log tells of a run: each call, and below it what the engine was asked, the cmdlets, the fetches and the faults.</summary>
public sealed class SpanLogTests
{
    private const string Took = @", [0-9]+\.[0-9] ms$";

    private static readonly PropertyMap Contradiction = PropertyMap.Of(
        ("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("pfxFile", "c1.pfx"), ("generate", PropertyMap.Empty))));

    [Fact]
    public async Task Each_kind_is_told_with_its_resource_its_outcome_and_how_long_it_took()
    {
        var log = new CapturedLog(LogLevel.Debug);
        await using (var plugin = await StartAsync(log))
        {
            await Programs.EstablishTrustAsync(plugin);
            await Programs.RegisterPartnersAsync(plugin);
            await new ManagedResource(plugin, "ConnectivityCheck", "check").UpAsync(Programs.Check());
            await new ManagedResource(plugin, "CertificateBinding", "wrong").CheckAsync(Contradiction);
        }

        AssertTold(log, "^Information rpc: Handshake: OK" + Took);
        AssertTold(log, "^Information rpc: Configure for partnertrust default: OK" + Took);
        AssertTold(log, "^Information rpc: Check for CertificateBinding lync: OK" + Took);
        AssertTold(log, "^Information rpc: Create for PartnerApplication exchange: OK" + Took);
        AssertTold(log, $"^Debug       engine: BindCertificate on {PluginUnderTest.Lync} for CertificateBinding lync: done" + Took);
        AssertTold(log, $"^Debug       engine: Read [A-Z][A-Za-z, ]+ on {PluginUnderTest.Lync} for [A-Za-z]+ [a-z]+: done" + Took);
        AssertTold(log, $"^Debug       engine: SavePartnerApplication on {PluginUnderTest.Lync} for PartnerApplication exchange: done" + Took);
        AssertTold(log, $"^Debug       engine: CheckConnectivity on {PluginUnderTest.Lync} for ConnectivityCheck check: done" + Took);
        AssertTold(log, $"^Debug       fetch: GET {Programs.ExchangeUrl} for PartnerApplication exchange: 200" + Took);
        AssertTold(log, "^Debug       fetch: POST https://.* for ConnectivityCheck check: 200" + Took);
        AssertTold(log, "^Warning     fault: source: PT1008: .* for CertificateBinding wrong$");
    }

    [Fact]
    public async Task Less_is_told_of_calls_and_faults_alone()
    {
        var log = new CapturedLog(LogLevel.Information);
        await using (var plugin = await StartAsync(log))
        {
            await Programs.EstablishTrustAsync(plugin);
            await Programs.RegisterPartnersAsync(plugin);
            await new ManagedResource(plugin, "CertificateBinding", "wrong").CheckAsync(Contradiction);
        }

        AssertTold(log, "^Information rpc: Create for PartnerApplication exchange: OK" + Took);
        AssertTold(log, "^Warning     fault: source: PT1008: ");
        Assert.All(log.Lines, line => Assert.Matches("^(Information rpc|Warning     fault): ", line));
    }

    [Fact]
    public async Task A_refused_call_tells_of_its_status_and_of_each_fault()
    {
        var log = new CapturedLog(LogLevel.Debug);
        await using (var plugin = await StartAsync(log))
        {
            await Assert.ThrowsAsync<RpcException>(() => new ManagedResource(plugin, "PartnerApplication", "early").UpAsync(Programs.Partner()));
        }

        AssertTold(log, "^Debug       engine: SavePartnerApplication on .* for PartnerApplication early: (refused, )?PT[0-9]{4}" + Took);
        AssertTold(log, "^Warning     fault: (.*: )?PT[0-9]{4}: .* for PartnerApplication early$");
        AssertTold(log, "^Information rpc: Create for PartnerApplication early: FailedPrecondition" + Took);
    }

    [Fact]
    public async Task A_warning_is_told_as_the_user_reads_it()
    {
        var log = new CapturedLog(LogLevel.Information);
        await using (var plugin = await StartAsync(log))
        {
            await new ManagedResource(plugin, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
            var endpoint = new ManagedResource(plugin, "AuthMetadataEndpoint", "lync");
            await endpoint.UpAsync(Programs.Endpoint(PluginUnderTest.Lync));
            await new ManagedResource(plugin, "AuthMetadataEndpoint", "twin").UpAsync(Programs.Endpoint(PluginUnderTest.Lync));
            Assert.NotEmpty(plugin.Engine.Warnings);
            Assert.All(plugin.Engine.Warnings, warning => Assert.Contains(log.Lines, line => line.StartsWith($"Warning     fault: {warning} for ", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_preview_is_seen_to_be_one()
    {
        var log = new CapturedLog(LogLevel.Information);
        await using (var plugin = await StartAsync(log))
        {
            await new ManagedResource(plugin, "CertificateBinding", "lync").PreviewAsync(Programs.Certificate(PluginUnderTest.Lync));
        }

        AssertTold(log, @"^Information rpc: Create \(preview\) for CertificateBinding lync: OK" + Took);
    }

    [SkippableFact]
    public async Task Cmdlets_are_told_with_their_server_and_never_with_a_value()
    {
        var log = new CapturedLog(LogLevel.Debug);
        await using var servers = new CmdletServers { HaveNewShells = true };
        await using (var plugin = await StartAsync(log, servers.OpenAsync))
        {
            await new ManagedResource(plugin, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        }

        AssertTold(log, $"^Debug       shell: open on {PluginUnderTest.Lync} for CertificateBinding lync: done" + Took);
        AssertTold(log, $"^Debug       cmdlet: Import-CsCertificate on {PluginUnderTest.Lync} for CertificateBinding lync: done" + Took);
        var bytes = servers.TakeCalls().SelectMany(run => run.Call.Parameters).Select(parameter => parameter.Value)
            .OfType<CmdletValue.Bytes>().Select(value => Convert.ToBase64String([.. value.Value])[..40]).ToList();
        Assert.All(bytes, text => Assert.DoesNotContain(text, log.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_services_of_one_process_tell_of_their_own_alone()
    {
        var (first, second) = (new CapturedLog(LogLevel.Debug), new CapturedLog(LogLevel.Debug));
        await using (var one = await StartAsync(first))
        await using (var other = await StartAsync(second))
        {
            await Task.WhenAll(
                new ManagedResource(one, "CertificateBinding", "one").UpAsync(Programs.Certificate(PluginUnderTest.Lync)),
                new ManagedResource(other, "CertificateBinding", "other").UpAsync(Programs.Certificate(PluginUnderTest.Lync)));
        }

        AssertTold(first, "for CertificateBinding one: done");
        AssertTold(second, "for CertificateBinding other: done");
        Assert.DoesNotContain("CertificateBinding other", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("CertificateBinding one", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_listener_there_is_no_span()
    {
        var seen = new List<Activity?>();
        await using var plugin = await PluginUnderTest.StartConfiguredAsync((installation, environment, stop) =>
        {
            seen.Add(Activity.Current);
            return EngineOpening.OpenAsync(installation, environment, stop);
        });

        await new ManagedResource(plugin, "CertificateBinding").UpAsync(Programs.Certificate(PluginUnderTest.Lync));

        Assert.Null(Assert.Single(seen));
    }

    [Fact]
    public async Task A_name_cannot_break_the_line()
    {
        var log = new CapturedLog(LogLevel.Information);
        await using (var plugin = await StartAsync(log))
        {
            await new ManagedResource(plugin, "CertificateBinding", "a\n08:00:00.000 Error rpc: forged").CheckAsync(Contradiction);
        }

        Assert.All(log.Lines, line => Assert.DoesNotContain('\n', line));
        AssertTold(log, @"for CertificateBinding a\\u000a08:00:00\.000 Error rpc: forged");
    }

    private static async Task<PluginUnderTest> StartAsync(CapturedLog log, TrustEngineFactory? openEngine = null)
    {
        var plugin = await PluginUnderTest.StartAsync(openEngine, logs: log.Factory);
        await plugin.ConfigureAsync(PluginUnderTest.Servers);
        return plugin;
    }

    private static void AssertTold(CapturedLog log, string pattern) =>
        Assert.True(log.Lines.Any(line => Regex.IsMatch(line, pattern)), $"{pattern} is not in\n{log.Text}");
}
