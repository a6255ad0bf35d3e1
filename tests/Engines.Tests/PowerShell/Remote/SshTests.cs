using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Engines.Tests.PowerShell.Shells;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.Remote;

/// <summary>A PowerShell at the other end of an ssh connection.</summary>
public sealed class SshTests(SshFixture fixture) : IClassFixture<SshFixture>
{
    private static readonly LinkedAccount Account = new("app", ["UserApplication"]);

    [SkippableFact]
    public async Task Hostile_text_arrives_unchanged()
    {
        await HostileCalls.AssertArriveAsync(fixture.Shell.RunAsync);
    }

    [SkippableFact]
    public void The_command_line_keeps_to_the_rules() => Assert.Empty(CommandLineRules.Check("shell", [.. fixture.Line]));

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_is_lost_in_the_middle_of_a_call_is_noticed_and_nothing_runs_on(bool byClient)
    {
        var (server, shell) = (fixture.Server, fixture.Shell);
        using var remote = Process.GetProcessById(await RemoteProcessAsync(shell));
        var started = shell.Combine($"started {byClient}");
        var starts = Appearance.OfAsync(started);
        var running = shell.RunAsync("Set-Trouble", ("Kind", new CmdletValue.Text("blocked")), ("Path", new CmdletValue.Text(started)));
        await starts;

        var watch = Stopwatch.StartNew();
        Cut(server, byClient ? shell.Session.ProcessId : null);
        var lost = await Assert.ThrowsAsync<FaultException>(() => running);

        var fault = Assert.Single(lost.Faults);
        Assert.Equal(("PT8104", FaultKind.Unknown), (fault.Code, fault.Kind));
        Assert.Contains($"exit code {(byClient ? 137 : 255)}", fault.Found, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        await remote.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.NotEqual(remote.Id, await RemoteProcessAsync(shell));
    }

    [SkippableFact]
    public async Task A_host_that_lets_nobody_in_is_told()
    {
        var line = fixture.Line.Select(word => word.Replace(fixture.Server.KnownHosts, "/dev/null", StringComparison.Ordinal));
        await using var shell = new ShellUnderTest(line);

        var refused = await Assert.ThrowsAsync<FaultException>(() => shell.RunAsync("Get-Thing"));

        Assert.Equal("PT8106", refused.Faults[0].Code);
    }

    [SkippableFact]
    public async Task A_certificate_is_bound_and_a_partner_registered()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        ImmutableArray<Server> servers = [Estate.Lync, Estate.Exchange];
        var time = new FakeTimeProvider(Certs.Now);
        await using var store = MemoryEngine.Publishing(servers, [], time, RSA.Create);
        await using var played = SimulatedServers.Apart(store, servers, time, fixture.Server.Client);
        await using var engine = played.OpenEngine();

        foreach (var (key, server) in servers.Index())
        {
            var bound = await engine.Writer.BindCertificateAsync(
                new BindCertificate(server.Fqdn, new CertificateSource.Imported(Pem.Of(Certs.Key(key)), null), null), Silence.Instance, default);
            Assert.IsType<WriteOutcome<CertificateBindingRecord>.Done>(bound);
        }

        var registered = await engine.Writer.SavePartnerApplicationAsync(
            new SavePartnerApplication(
                Litware.Exchange, "Lync", new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false), null, true, true, Account),
            Silence.Instance,
            default);

        Assert.IsType<WriteOutcome<PartnerApplication>.Done>(registered);
        var kept = await store.FindPartnerApplicationAsync(Litware.Exchange, "Lync", default);
        Assert.Equal([Certs.Public(0)], kept!.TrustedKeys!.Value.AsEnumerable());
    }

    private static void Cut(LoopbackSshd server, int? client)
    {
        if (client is { } id)
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        else
        {
            server.CutSessions();
        }
    }

    private static async Task<int> RemoteProcessAsync(ShellUnderTest shell) =>
        int.Parse((await shell.RunAsync("Get-Trouble", ("Kind", new CmdletValue.Text("process")))).Objects[0].Whole!, null);
}
