using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Emulator;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Host;

/// <summary>Servers over a data directory that answer cmdlets and HTTPS alike: what a cmdlet changes, the emulated hosts and the commands of the
/// laboratory see at once.</summary>
internal sealed class PlayedInstallation : IAsyncDisposable
{
    private const int FiveYears = 1826;

    private readonly EmbeddedEngine engine;
    private readonly EmbeddedLab lab;
    private readonly EmulatedHosts hosts;
    private readonly SimulatorServer simulator;

    private PlayedInstallation(EmbeddedEngine engine, EmbeddedLab lab, TimeProvider time)
    {
        (this.engine, this.lab) = (engine, lab);
        hosts = lab.CreateHosts(0);
        simulator = SimulatorServer.Start(new SimulatedWorld(engine, time));
    }

    public static async Task<PlayedInstallation> OpenAsync(string directory, HostSettings settings)
    {
        var time = new DirectoryClock(directory);
        var engine = EmbeddedEngine.Open(new EmbeddedOptions(settings.Servers, settings.Mailboxes, directory), time, NullLoggerFactory.Instance);
        foreach (var server in settings.Servers)
        {
            await SetUpAsync(engine, server);
        }

        return new PlayedInstallation(
            engine, await EmbeddedLab.OpenAsync(directory, time, NullLoggerFactory.Instance, CancellationToken.None), time);
    }

    /// <summary>Where everything is, as one line of JSON.</summary>
    public async Task<string> DescribeAsync()
    {
        var servers = simulator.World.Servers.Where(server => server.Product != ServerProduct.TokenServer);
        return new JObject
        {
            ["port"] = await hosts.StartAsync(CancellationToken.None),
            ["authority"] = await hosts.ReadAuthorityAsync(CancellationToken.None),
            ["folder"] = Testing.Basics.Repository.Root,
            ["shell"] = new JArray(PowerShellTool.Command),
            ["machines"] = new JObject(servers.SelectMany(server => server.Members.Add(server.Fqdn)).Select(machine => new JProperty(machine, new JObject
            {
                ["environment"] = JObject.FromObject(simulator.EnvironmentOf(machine)),
                ["overlay"] = simulator.World.FindServer(machine)!.Product == ServerProduct.ExchangeServer ? simulator.OverlayOf(machine) : null,
            }))),
        }.ToString(Formatting.None);
    }

    public async ValueTask DisposeAsync()
    {
        await simulator.DisposeAsync();
        await hosts.DisposeAsync();
        await lab.DisposeAsync();
        await engine.DisposeAsync();
    }

    /// <summary>As setup leaves a server: it publishes, and Exchange and SharePoint sign with a certificate of their own (domain.md 2.1).</summary>
    private static async Task SetUpAsync(EmbeddedEngine engine, Server server)
    {
        var found = await engine.Reader.ReadAsync(
            new ServerQuery(server.Fqdn, ServerParts.Certificates | ServerParts.Documents), Silence.Instance, CancellationToken.None);
        if (found.Slots == CertificateSlots.Empty && server.Product != ServerProduct.LyncServer)
        {
            var own = new CertificateSource.Generated($"CN={NameOf(server)}", 2048, FiveYears);
            await engine.BindCertificateAsync(new BindCertificate(server.Fqdn, own, null), CancellationToken.None);
        }

        if (!found.PublishedAt.Contains(server.MetadataUrl))
        {
            // It publishes what it cannot sign yet: the answer says so until something is bound.
            await engine.Publisher.PublishAsync(
                new PublishMetadata(server.Fqdn, server.MetadataUrl, TrustAnySslCertificate: false), Silence.Instance, CancellationToken.None);
        }
    }

    private static string NameOf(Server server) => server.Product switch
    {
        ServerProduct.ExchangeServer => "Microsoft Exchange Server Auth Certificate",
        ServerProduct.SharePointServer => "SharePoint Security Token Service",
        _ => server.Fqdn,
    };
}
