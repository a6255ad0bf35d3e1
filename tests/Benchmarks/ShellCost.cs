using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.PowerShell;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Benchmarks;

/// <summary>What the engine of real servers costs in real shells, with played cmdlets behind them, beside the same PowerShell that does
/// nothing.</summary>
internal sealed class ShellCost(Table table, CancellationToken cancellation)
{
    private const int Starts = 5;
    private const int Rounds = 200;
    private const int MostCalls = 24;

    private static readonly TimeProvider Time = TimeProvider.System;
    private static readonly ImmutableArray<Server> Servers = [Estate.Lync, Estate.Exchange];
    private static readonly LinkedAccount Account = new("LyncEnterprise-ApplicationAccount", ["UserApplication", "ArchiveApplication"]);

    public static async Task MeasureAsync(Table table, CancellationToken cancellation)
    {
        if (!PowerShellTool.IsThere)
        {
            table.Say(PowerShellTool.Missing);
            return;
        }

        var cost = new ShellCost(table, cancellation);
        await cost.MeasureReadyAsync();
        await cost.MeasureTrustAsync();
    }

    private async Task MeasureReadyAsync()
    {
        await using var world = MemoryEngine.Of(Servers, [Estate.Ken], Time);
        await using var simulator = SimulatorServer.Start(new SimulatedWorld(world, Time));
        var shells = ImmutableSortedDictionary<string, ServerShell>.Empty.Add(Estate.Lync.Fqdn, SimulatedShells.Of(simulator, Estate.Lync));
        var options = new PowerShellOptions([Estate.Lync], [], shells);
        var ready = await Samples.CollectAsync(Starts, async () =>
        {
            await using var engine = PowerShellEngine.Open(options, Time);
            return await Samples.TimeAsync(() => ReadSettingsAsync(engine));
        });
        var bare = await Samples.CollectAsync(Starts, () => Samples.TimeAsync(() => RunBareAsync("exit")));
        table.Add($"start of a shell to its first answer, median of {Starts} | pwsh -Command exit", ready.Percentile(50), bare.Percentile(50));

        await using var kept = PowerShellEngine.Open(options, Time);
        var calls = await Samples.CollectAsync(Rounds, () => Samples.TimeAsync(() => ReadSettingsAsync(kept)));
        using var echo = new Echo();
        var echoes = await Samples.CollectAsync(Rounds, () => Samples.TimeAsync(() => echo.AskAsync(cancellation)));
        table.Add("round trip of a cmdlet, p50 | a line through cat", calls.Percentile(50), echoes.Percentile(50));
        table.Add("round trip of a cmdlet, p90", calls.Percentile(90), echoes.Percentile(90));
    }

    private async Task MeasureTrustAsync()
    {
        await using var world = MemoryEngine.Publishing(Servers, [Estate.Ken], Time, RSA.Create);
        await using var simulated = SimulatedServers.Of(world, Servers, [Estate.Ken], Time);
        await using var engine = simulated.OpenEngine();
        await ReadAllAsync(engine);
        simulated.TakeCalls();

        var reading = await Samples.TimeAsync(() => ReadAllAsync(engine));
        var reads = simulated.TakeCalls().Length;
        var writing = await Samples.TimeAsync(() => WriteAllAsync(engine));
        var writes = simulated.TakeCalls().Length;
        table.Add("calls that a preview of the two-way trust reads with | the most that are allowed", reads, MostCalls);
        table.Add(Each("reading the two-way trust", reads), reading);
        table.Add(Each("writing the two-way trust", writes), writing);

        var shells = simulated.World.Calls.Select(call => call.Process).Distinct().Select(ResidentMegabytes).ToList();
        var bare = double.Parse(await RunBareAsync("[int]([Environment]::WorkingSet / 1MB)"), CultureInfo.InvariantCulture);
        table.Add("resident memory of a shell, MB | pwsh that does nothing", shells.Average(), bare);
    }

    private static string Each(string what, int calls) => string.Create(CultureInfo.InvariantCulture, $"{what}, {calls} calls");

    private async Task ReadSettingsAsync(PowerShellEngine engine) =>
        await engine.Reader.ReadAsync(new ServerQuery(Estate.Lync.Fqdn, ServerParts.Settings), Silence.Instance, cancellation);

    private async Task ReadAllAsync(ITrustEngine engine) => await Task.WhenAll(Servers.Select(server =>
        engine.Reader.ReadAsync(new ServerQuery(server.Fqdn, ServerParts.All), Silence.Instance, cancellation)));

    private async Task WriteAllAsync(ITrustEngine engine)
    {
        foreach (var server in Servers)
        {
            var source = new CertificateSource.Generated("CN=litwareinc.com", 2048, 730);
            await engine.BindCertificateAsync(new BindCertificate(server.Fqdn, source, null), cancellation);
        }

        await engine.WriteOAuthConfigurationAsync(SaveOAuthConfiguration.Of(Estate.LyncSettings), cancellation);
        await engine.CreatePartnerApplicationAsync(PartnerOn(Estate.Lync, Estate.Exchange, null), cancellation);
        await engine.CreatePartnerApplicationAsync(PartnerOn(Estate.Exchange, Estate.Lync, Account), cancellation);
    }

    private static SavePartnerApplication PartnerOn(Server server, Server partner, LinkedAccount? account) => new(
        server.Fqdn, "Partner", new PartnerSource.Metadata(partner.MetadataUrl, TrustAnySslCertificate: false),
        server.Product == ServerProduct.LyncServer ? TrustLevel.Full : null, true, account is not null, account);

    private async Task<string> RunBareAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo(
            PowerShellTool.Command[0], [.. PowerShellTool.Command.Skip(1), "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", command])
        {
            RedirectStandardOutput = true,
        })!;
        var answer = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return answer;
    }

    private static double ResidentMegabytes(int process)
    {
        using var shell = Process.GetProcessById(process);
        return shell.WorkingSet64 / (1024.0 * 1024);
    }
}
