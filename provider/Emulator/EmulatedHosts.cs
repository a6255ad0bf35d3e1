using Microsoft.Extensions.Logging;
using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Connectivity;
using PartnerTrust.Emulator.Lab;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Emulator.Network;
using PartnerTrust.Emulator.Tls;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Emulator;

/// <summary>Plays every configured server over real HTTPS on loopback, under the servers' own names. Nothing listens before the first call
/// that needs it.</summary>
public sealed class EmulatedHosts : IAsyncDisposable
{
    private readonly IHostBackend backend;
    private readonly TimeProvider time;
    private readonly ILoggerFactory logs;
    private readonly int port;
    private readonly SemaphoreSlim starting = new(1, 1);
    private Running? running;
    private bool ended;

    /// <param name="backend">The store behind the hosts.</param>
    /// <param name="time">The clock by which tokens and certificates are judged.</param>
    /// <param name="logs">Where requests and failures are logged.</param>
    /// <param name="limits">What an outbound exchange may cost.</param>
    /// <param name="port">The loopback port; 0 for any.</param>
    public EmulatedHosts(IHostBackend backend, TimeProvider time, ILoggerFactory logs, NetworkLimits? limits = null, int port = 0)
    {
        (this.backend, this.time, this.logs, this.port) = (backend, time, logs, port);
        Network = new EmulatedNetwork(new HostConnections(this), limits ?? NetworkLimits.Usual);
        Documents = new DocumentFetcher(Network);
    }

    /// <summary>How servers call one another.</summary>
    public EmulatedNetwork Network { get; }

    /// <summary>How servers fetch and read one another's documents.</summary>
    public DocumentFetcher Documents { get; }

    internal Refusals Refusals { get; } = new();

    internal EngineTroubles Troubles { get; } = new();

    internal HostAuthority Authority => running?.Authority ?? throw new InvalidOperationException("The hosts do not run yet.");

    /// <summary>Starts the listener unless it runs already, and tells its port.</summary>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        if (running is { } already)
        {
            return already.Listener.Port;
        }

        await starting.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(ended, this);
            running ??= await StartNowAsync(cancellationToken);
            return running.Listener.Port;
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>The public certificate of the authority behind the hosts' TLS, in PEM form, for tools that want to trust them.</summary>
    public async Task<string> ReadAuthorityAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        return Authority.Pem;
    }

    /// <summary>Makes a connectivity check as the calling server does. A refused call is a report that failed; an engine that fails is a fault.</summary>
    public Task<ConnectivityReport> CheckConnectivityAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        new ConnectivityCaller(backend, this, time).CheckAsync(request, progress, cancellationToken);

    /// <summary>Runs the hosts for visitors, with a status page, until cancelled.</summary>
    /// <param name="pagePort">The loopback port of the page; 0 for any.</param>
    /// <param name="started">Told once, when visitors may come.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task ServeLabAsync(int pagePort, Action<LabAddresses> started, CancellationToken cancellationToken) =>
        new LabHost(this, backend, time, logs).ServeAsync(pagePort, started, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Network.Dispose();

        // Connections outlive the cancelled calls that asked for them: one may be starting the listener right now, or be about to.
        await starting.WaitAsync();
        ended = true;
        starting.Release();
        if (running is { } last)
        {
            await last.Listener.DisposeAsync();
            last.Handshake.Dispose();
            last.Authority.Dispose();
        }
    }

    internal async Task<bool> AnswersForAsync(string host, CancellationToken cancellationToken) =>
        await backend.FindServerByHostAsync(host, cancellationToken) is not null;

    private async Task<Running> StartNowAsync(CancellationToken cancellationToken)
    {
        var authority = HostAuthority.Open(await backend.GetOrAddAuthorityAsync(HostAuthority.Make, cancellationToken));
        var handshake = new TlsHandshake(backend, authority, Troubles);
        var application = new HostApplication(new HostRouter(backend, time, Refusals), Troubles, logs.CreateLogger<EmulatedHosts>());
        var tls = new TlsConnections(handshake, logs.CreateLogger<EmulatedHosts>());
        var listener = await LoopbackListener.StartAsync(port, tls, application, logs, cancellationToken);
        return new Running(authority, handshake, listener);
    }

    private sealed record Running(HostAuthority Authority, TlsHandshake Handshake, LoopbackListener Listener);
}
