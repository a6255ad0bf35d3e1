using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Emulator;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Installations;

/// <summary>Servers over a data directory that answer cmdlets and HTTPS alike: what a cmdlet changes, the emulated hosts and the commands of the
/// laboratory see at once. Other processes reach them by <see cref="Shells"/> and <see cref="Surroundings"/>.</summary>
public sealed class PlayedInstallation : IAsyncDisposable
{
    private const int FiveYears = 1826;

    private readonly EmbeddedLab lab;
    private readonly EmulatedHosts hosts;
    private readonly SimulatorServer simulator;
    private readonly Tunnels tunnels;
    private readonly TemporaryDirectory folder;

    private PlayedInstallation(
        EmbeddedEngine engine, EmbeddedLab lab, EmulatedHosts hosts, SimulatorServer simulator, Tunnels tunnels, TemporaryDirectory folder) =>
        (Engine, this.lab, this.hosts, this.simulator, this.tunnels, this.folder) = (engine, lab, hosts, simulator, tunnels, folder);

    public SimulatedWorld World => simulator.World;

    /// <summary>What the servers keep.</summary>
    public EmbeddedEngine Engine { get; }

    /// <summary>Loopback port of the servers' HTTPS.</summary>
    public required int Port { get; init; }

    /// <summary>The public certificate behind it, in PEM form.</summary>
    public required string Authority { get; init; }

    /// <summary>How the shell of each server is started, by fqdn.</summary>
    public ImmutableSortedDictionary<string, ServerShell> Shells => World.Servers
        .Where(server => SessionLayers.HasShell(server.Product))
        .ToImmutableSortedDictionary(server => server.Fqdn, server => SimulatedShells.Of(simulator, server));

    /// <summary>Environment variables by which a process on Unix reaches the servers at their own names: through a proxy, and trusting the
    /// authority beside the machine's own.</summary>
    public ImmutableDictionary<string, string> Surroundings => new Dictionary<string, string>
    {
        ["HTTPS_PROXY"] = tunnels.Address,
        ["https_proxy"] = tunnels.Address,
        ["NO_PROXY"] = "",
        ["no_proxy"] = "",
        ["SSL_CERT_FILE"] = AuthorityFile(folder),
    }.ToImmutableDictionary();

    public static async Task<PlayedInstallation> OpenAsync(
        string directory, ImmutableArray<Server> servers, ImmutableArray<Mailbox> mailboxes, CancellationToken cancellationToken)
    {
        var time = new DirectoryClock(directory);
        var engine = EmbeddedEngine.Open(new EmbeddedOptions(servers, mailboxes, directory), time, NullLoggerFactory.Instance);
        foreach (var server in servers)
        {
            await SetUpAsync(engine, server, cancellationToken);
        }

        var lab = await EmbeddedLab.OpenAsync(directory, time, NullLoggerFactory.Instance, cancellationToken);
        var hosts = lab.CreateHosts(0);
        var port = await hosts.StartAsync(cancellationToken);
        var authority = await hosts.ReadAuthorityAsync(cancellationToken);
        var names = new ServerDirectory(servers, mailboxes);
        var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(AuthorityFile(folder), authority, cancellationToken);
        var tunnels = Tunnels.Open(host => names.FindByHost(host) is null ? null : port);
        var simulator = SimulatorServer.Start(new SimulatedWorld(engine, time));
        return new PlayedInstallation(engine, lab, hosts, simulator, tunnels, folder) { Port = port, Authority = authority };
    }

    /// <summary>What the shell of a machine needs in its environment.</summary>
    public ImmutableDictionary<string, string> EnvironmentOf(string machine) => simulator.EnvironmentOf(machine);

    /// <summary>What the shell of a machine imports first; null for nothing.</summary>
    public string? OverlayOf(string machine) =>
        World.FindServer(machine) is { Product: ServerProduct.ExchangeServer } ? simulator.OverlayOf(machine) : null;

    public async ValueTask DisposeAsync()
    {
        await simulator.DisposeAsync();
        await tunnels.DisposeAsync();
        await hosts.DisposeAsync();
        await lab.DisposeAsync();
        await Engine.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>As setup leaves a server: it publishes, and Exchange and SharePoint sign with a certificate of their own (domain.md 2.1).</summary>
    private static async Task SetUpAsync(EmbeddedEngine engine, Server server, CancellationToken cancellationToken)
    {
        var found = await engine.Reader.ReadAsync(
            new ServerQuery(server.Fqdn, ServerParts.Certificates), Silence.Instance, cancellationToken);
        if (found.Slots == CertificateSlots.Empty && server.Product != ServerProduct.LyncServer)
        {
            var own = new CertificateSource.Generated($"CN={NameOf(server)}", 2048, FiveYears);
            await engine.BindCertificateAsync(new BindCertificate(server.Fqdn, own, null), cancellationToken);
        }

        // Also where nothing is bound yet: its answer says so.
        await engine.Operations.Store.WriteAsync(
            session =>
            {
                session.PublishedMetadata.Save(server.Fqdn, server.MetadataUrl);
                return true;
            },
            cancellationToken);
    }

    private static string AuthorityFile(TemporaryDirectory folder) => folder.Combine("authority.pem");

    private static string NameOf(Server server) => server.Product switch
    {
        ServerProduct.ExchangeServer => "Microsoft Exchange Server Auth Certificate",
        ServerProduct.SharePointServer => "SharePoint Security Token Service",
        _ => server.Fqdn,
    };
}
