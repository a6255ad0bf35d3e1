using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Tests.Shells;

/// <summary>The servers of the documents, answering real shells. Lync and Exchange sign; nobody trusts anybody yet.</summary>
internal sealed class PlayedServers : IAsyncDisposable
{
    private readonly SimulatorServer simulator;

    private PlayedServers(MemoryEngine engine, SimulatedWorld world, FakeTimeProvider time)
    {
        (Engine, World, Time) = (engine, world, time);
        simulator = SimulatorServer.Start(world);
    }

    public MemoryEngine Engine { get; }

    public SimulatedWorld World { get; }

    public FakeTimeProvider Time { get; }

    public static ImmutableArray<Server> Configured =>
        [Estate.Lync, Estate.Exchange, Estate.SharePoint, Estate.TokenServer];

    /// <param name="servers">Those of the documents, where there are none.</param>
    public static async Task<PlayedServers> StartAsync(params ImmutableArray<Server> servers)
    {
        var time = new FakeTimeProvider(Certs.Now);
        ImmutableArray<Server> configured = servers.IsDefaultOrEmpty ? Configured : servers;
        var engine = MemoryEngine.Publishing(configured, [Estate.Ken], time, RSA.Create);
        var played = new PlayedServers(engine, new SimulatedWorld(engine, time), time);
        foreach (var (server, i) in configured.Where(server => server.Product != ServerProduct.SharePointServer).Select((server, i) => (server, i)))
        {
            await engine.BindCertificateAsync(new BindCertificate(server.Fqdn, PfxOf(i), null), CancellationToken.None);
        }

        return played;
    }

    public ImmutableDictionary<string, string> EnvironmentOf(string machine) => simulator.EnvironmentOf(machine);

    public string OverlayOf(string machine) => simulator.OverlayOf(machine);

    public Task<ShellRun> RunAsync(string machine, string script) => Shell.RunAsync(simulator.EnvironmentOf(machine), script);

    /// <summary>In a session to Exchange, opened as the engine opens one.</summary>
    public Task<ShellRun> RunRemoteAsync(string script, string machine = Litware.Exchange) => RunAsync(machine, $$"""
        $null = Invoke-There 'Import-Module' @{ Name = '{{OverlayOf(machine)}}' }
        $opened = Invoke-There 'New-PSSession' @{
            ConfigurationName = 'Microsoft.Exchange'; ConnectionUri = 'http://{{machine}}/PowerShell/'; Authentication = 'Kerberos'
        }
        if ($opened.Errors.Count -gt 0) { throw $opened.Errors[0].Message }
        $session = $opened.Output[0]
        $imported = Invoke-There 'Import-PSSession' @{ Session = $session; DisableNameChecking = $true; AllowClobber = $true }
        {{script}}
        """);

    public async ValueTask DisposeAsync()
    {
        await simulator.DisposeAsync();
        await Engine.DisposeAsync();
    }

    public static CertificateSource PfxOf(int index) => new CertificateSource.Imported(Pfx(index), Password);

    public const string Password = "one-time";

    public static ImmutableArray<byte> Pfx(int index) => Files.PfxOf(Certs.Key(index), Password);
}
