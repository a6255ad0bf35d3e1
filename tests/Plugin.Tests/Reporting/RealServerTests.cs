using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Newtonsoft.Json.Linq;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Reporting;

/// <summary><c>status</c>, <c>when</c> and <c>report</c> of servers that are read through their cmdlets: what is said of them is what is said of
/// emulated ones that hold the same.</summary>
public sealed class RealServerTests
{
    private const string Lync = PluginUnderTest.Lync;
    private const string Exchange = PluginUnderTest.Exchange;
    private const string Password = "right";

    private static readonly Lazy<(string Lync, string Exchange)> Certificates = new(() => (Pfx("CN=lync", 300), Pfx("CN=exchange", 200)));

    /// <summary>But for what Lync does not show: the keys of its records, so that of calls to it nobody can be certain.</summary>
    [SkippableFact]
    public async Task The_same_is_told_of_real_servers_as_of_emulated_ones()
    {
        await using var real = await UpAsync(EngineKind.PowerShell);
        await using var emulated = await UpAsync(EngineKind.Embedded);

        foreach (var command in new[] { "status", "when" })
        {
            var (ofReal, ofEmulated) = (await real.CommandAsync(command, "--json"), await emulated.CommandAsync(command, "--json"));

            Assert.Equal((ofEmulated.Code, ""), (ofReal.Code, ofReal.Messages));
            Assert.Equal(Comparable(ofEmulated).ToString(), Comparable(ofReal).ToString());
        }
    }

    [SkippableFact]
    public async Task A_sound_trust_is_told_with_its_directions_certificates_and_first_failure()
    {
        await using var real = await UpAsync(EngineKind.PowerShell);

        var (status, told) = await JsonAsync(real, "status");
        var (_, foreseen) = await JsonAsync(real, "when");
        var (report, reported) = await JsonAsync(real, "report");

        Assert.Equal((ExitCodes.Well, ExitCodes.Well), (status.Code, report.Code));
        Assert.Equal(("ok", true), ((string?)told["severity"], (bool)told["complete"]!));
        Assert.Equal(["accepted", "cannot be told"], told["directions"]!.Select(direction => (string)direction["forUser"]!["verdict"]!));
        Assert.Contains("does not show the keys", (string?)told["directions"]![1]!["forUser"]!["detail"], StringComparison.Ordinal);
        Assert.Equal([Lync, Exchange], told["certificates"]!.Select(certificate => (string)certificate["server"]!).Order(StringComparer.Ordinal));
        Assert.Equal(told["firstFailure"]!["at"], foreseen["firstFailure"]);
        Assert.Equal([Lync, Exchange], reported["servers"]!.Select(server => (string)server["fqdn"]!));
    }

    [SkippableTheory]
    [InlineData(Lync)]
    [InlineData(Exchange)]
    public async Task A_server_that_does_not_answer_is_named_and_nothing_is_well(string server)
    {
        await using var real = await UpAsync(EngineKind.PowerShell);
        WorldOf(real).Troubles.Keep("*", Trouble.AccessDenied(), server);

        var (status, told) = await JsonAsync(real, "status");
        var (foresight, foreseen) = await JsonAsync(real, "when");
        var text = await real.CommandAsync("status");
        var nagios = await real.CommandAsync("status", "--format", "nagios");

        Assert.Equal((ExitCodes.Unanswered, ExitCodes.Unanswered), (status.Code, foresight.Code));
        Assert.Equal((false, false), ((bool)told["complete"]!, (bool)foreseen["complete"]!));
        Assert.Equal(server, (string?)Assert.Single(told["unread"]!)["server"]);
        Assert.DoesNotContain("accepted", told["directions"]!.Select(direction => (string?)direction["forItself"]!["verdict"]));
        Assert.False(text.Output.StartsWith("OK", StringComparison.Ordinal), text.Output);
        Assert.Equal((3, true), (nagios.Code, nagios.Output.StartsWith("TRUST UNKNOWN", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task Servers_none_of_which_answers_are_not_told_as_a_trust_that_is_not_set_up()
    {
        await using var real = await UpAsync(EngineKind.PowerShell);
        WorldOf(real).Troubles.Keep("*", Trouble.AccessDenied());

        var (status, told) = await JsonAsync(real, "status");

        Assert.Equal(ExitCodes.Unanswered, status.Code);
        Assert.Equal([Lync, Exchange], told["unread"]!.Select(unread => (string)unread["server"]!));
        Assert.DoesNotContain("no trust is set up", (string?)told["headline"], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_expired_certificate_is_critical_though_no_call_is_made()
    {
        await using var real = await UpAsync(EngineKind.PowerShell);
        real.Time.Advance(TimeSpan.FromDays(201));

        var (status, told) = await JsonAsync(real, "status");
        var (foresight, foreseen) = await JsonAsync(real, "when");

        Assert.Equal((ExitCodes.Critical, ExitCodes.Critical), (status.Code, foresight.Code));
        Assert.Equal("critical", (string?)told["severity"]);
        Assert.Equal("critical", (string?)told["certificates"]!.Single(certificate => (string?)certificate["server"] == Exchange)["severity"]);
        Assert.Contains(foreseen["failures"]!, failure => (bool)failure["already"]! && (string?)failure["from"] == Exchange);
    }

    [SkippableFact]
    public async Task A_record_that_is_missing_is_critical_and_named_with_its_remedy()
    {
        await using var real = await UpAsync(EngineKind.PowerShell);
        await real.Operator.RemovePartnerAsync(Exchange, "LyncEnterprise");

        var (status, told) = await JsonAsync(real, "status");
        var (_, reported) = await JsonAsync(real, "report");

        Assert.Equal(ExitCodes.Critical, status.Code);
        var refused = told["directions"]!.Single(direction => (string?)direction["from"] == Lync);
        Assert.Equal("refused", (string?)refused["forUser"]!["verdict"]);
        var finding = told["findings"]!.First(finding => (string?)finding["number"] == (string?)refused["forUser"]!["number"]);
        Assert.NotEmpty((string)finding["remedy"]!);
        Assert.Equal(told["findings"]!.ToString(), reported["findings"]!.ToString());
    }

    [SkippableFact]
    public async Task Looking_runs_reads_alone()
    {
        await using var real = await UpAsync(EngineKind.PowerShell);
        var servers = (CmdletServers)real.Servers!;
        servers.TakeCalls();

        foreach (var command in new[] { "status", "when", "report" })
        {
            await real.CommandAsync(command, "--json");
        }

        var run = servers.TakeCalls().Select(run => run.Call.Cmdlet).Where(cmdlet => !StackPrograms.IsOpening(cmdlet)).ToList();
        Assert.NotEmpty(run);
        Assert.All(run, cmdlet => Assert.StartsWith("Get-", cmdlet, StringComparison.Ordinal));
    }

    /// <summary>A two-way trust with the same certificates each time, on servers that hold nothing else.</summary>
    private static async Task<DeployedStack> UpAsync(EngineKind kind)
    {
        var stack = new DeployedStack(kind);
        while (stack.Configured.FirstOrDefault(server => (string?)server!["fqdn"] is not (Lync or Exchange)) is { } other)
        {
            stack.Configured.Remove(other);
        }

        var result = await stack.UpAsync(async program =>
        {
            await StackPrograms.DeclareAsync(program, "CertificateBinding", "cert-lync", Binding(Lync, Certificates.Value.Lync));
            await StackPrograms.DeclareAsync(program, "CertificateBinding", "cert-exchange", Binding(Exchange, Certificates.Value.Exchange));
            await StackPrograms.DeclareAsync(program, "OAuthConfiguration", "oauth", Programs.OAuth());
            await StackPrograms.DeclareAsync(program, "AuthMetadataEndpoint", "endpoint-lync", Programs.Endpoint(Lync));
            await StackPrograms.DeclareAsync(program, "AuthMetadataEndpoint", "endpoint-exchange", Programs.Endpoint(Exchange));
            await StackPrograms.DeclareAsync(program, "PartnerApplication", "exchange-on-lync", Programs.Partner());
            await StackPrograms.DeclareAsync(program, "PartnerApplication", "lync-on-exchange", Programs.LyncPartner());
        });
        Assert.True(result.Succeeded, stack.Output);
        return stack;
    }

    private static PropertyMap Binding(string server, string pfx) =>
        PropertyMap.Of(("server", server), ("source", PropertyMap.Of(("pfx", pfx), ("pfxPassword", Password))));

    private static string Pfx(string subject, int validityDays)
    {
        using var key = KeyPool.Next(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(PluginUnderTest.Beginning.AddDays(-1), PluginUnderTest.Beginning.AddDays(validityDays));
        var quick = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1);
        return Convert.ToBase64String(certificate.ExportPkcs12(quick, Password));
    }

    private static CmdletSimulator.World.SimulatedWorld WorldOf(DeployedStack stack) => ((CmdletServers)stack.Servers!).World;

    private static async Task<(CommandRun Run, JObject Told)> JsonAsync(DeployedStack stack, string command)
    {
        var run = await stack.CommandAsync(command, "--json");
        Assert.True(run.Output.Length > 0, run.Messages);
        return (run, JObject.Parse(run.Output));
    }

    /// <summary>Without where it was read, and what is said of calls to Lync now.</summary>
    private static JObject Comparable(CommandRun run)
    {
        var told = JObject.Parse(run.Output);
        told.Remove("source");
        told.Remove("headline");
        foreach (var call in told.SelectTokens($"$.directions[?(@.to == '{Lync}')]['forUser','forItself']").OfType<JObject>())
        {
            call.Remove("verdict");
            call.Remove("step");
            call.Remove("detail");
        }

        return told;
    }
}
