using Microsoft.Extensions.Logging;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Connections;
using PartnerTrust.Emulator.Connectivity;
using PartnerTrust.Emulator.Disturbances;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Hosting;
using PartnerTrust.Emulator.Lab;
using PartnerTrust.Network;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Emulator;

/// <summary>Emulates every configured server over real HTTPS on loopback, under the servers' own names. Nothing listens before the first
/// call that needs it.</summary>
public sealed class EmulatedHosts : IAsyncDisposable
{
    private readonly IHostBackend backend;
    private readonly IHostFaults faults;
    private readonly TimeProvider time;
    private readonly ILoggerFactory logs;
    private readonly HostComposition parts;
    private readonly HostListener listener;

    /// <param name="backend">The store behind the hosts.</param>
    /// <param name="faults">What an operator has switched to fail.</param>
    /// <param name="time">The clock by which tokens and certificates are judged.</param>
    /// <param name="logs">Where requests and failures are logged.</param>
    /// <param name="limits">What an outbound exchange may cost.</param>
    /// <param name="port">The loopback port; 0 for any.</param>
    public EmulatedHosts(
        IHostBackend backend, IHostFaults faults, TimeProvider time, ILoggerFactory logs, NetworkLimits? limits = null, int port = 0)
    {
        (this.backend, this.faults, this.time, this.logs) = (backend, faults, time, logs);
        parts = new HostComposition(backend, new Disturber(faults), time);
        listener = new HostListener(backend, parts, logs, port);
        Network = new HttpsNetwork(new HostConnections(listener).MakeHandler, limits ?? NetworkLimits.Usual);
        Documents = new DocumentFetcher(Network);
    }

    /// <summary>How servers call one another.</summary>
    public HttpsNetwork Network { get; }

    /// <summary>How servers fetch and read one another's documents.</summary>
    public DocumentFetcher Documents { get; }

    /// <summary>Starts the listener unless it runs already, and tells its port.</summary>
    public Task<int> StartAsync(CancellationToken cancellationToken) => listener.StartAsync(cancellationToken);

    /// <summary>The public certificate of the authority behind the hosts' TLS, in PEM form, for tools that want to trust them.</summary>
    public async Task<string> ReadAuthorityAsync(CancellationToken cancellationToken)
    {
        await listener.StartAsync(cancellationToken);
        return listener.Authority.Pem;
    }

    /// <summary>Makes a connectivity check as the calling server does. A refused call is a report that failed; an engine that fails is a
    /// fault.</summary>
    public Task<ConnectivityReport> CheckConnectivityAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var tools = new CallerTools(Network, Documents, parts.Refusals);
        var caller = new ConnectivityCaller(backend, parts.Keys, parts.Preparation, tools, parts.Troubles, time);
        return caller.CheckAsync(request, progress, cancellationToken);
    }

    /// <summary>Runs the hosts for visitors, with a status page, until cancelled.</summary>
    /// <param name="pagePort">The loopback port of the page; 0 for any.</param>
    /// <param name="started">Told once, when visitors may come.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ServeLabAsync(int pagePort, Action<LabAddresses> started, CancellationToken cancellationToken)
    {
        var site = new LabSite(await listener.StartAsync(cancellationToken), listener.Authority.Pem);
        await new LabHost(site, backend, faults, time, logs).ServeAsync(pagePort, started, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Network.Dispose();
        await listener.DisposeAsync();
    }
}
