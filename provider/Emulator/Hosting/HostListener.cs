using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Connections;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Emulator.Tls;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Hosting;

/// <summary>The listener of the hosts, which starts with the first call that needs it.</summary>
/// <param name="backend">The store behind the hosts.</param>
/// <param name="parts">The servers.</param>
/// <param name="logs">Where requests and failures are logged.</param>
/// <param name="port">The loopback port; 0 for any.</param>
internal sealed class HostListener(IHostBackend backend, HostComposition parts, ILoggerFactory logs, int port) : ILocalHosts, IAsyncDisposable
{
    private const string Category = "PartnerTrust.Emulator";
    private readonly SemaphoreSlim starting = new(1, 1);
    private Running? running;
    private bool ended;

    /// <summary>The authority behind the hosts' TLS, once they run.</summary>
    public HostAuthority Authority => running?.Authority ?? throw new InvalidOperationException("The hosts do not run yet.");

    public bool VouchFor(X509Certificate2 certificate) => Authority.Signed(certificate);

    /// <summary>For calls within this process, which need no authority that outlives it: whoever only looks writes nothing.</summary>
    public async Task<int?> FindPortAsync(string host, int port, CancellationToken cancellationToken) =>
        await backend.FindServerByHostAsync(host, cancellationToken) is not { } server ? null
        : await backend.ListensAsync(server, port, cancellationToken) ? await StartAsync(FindOrMakeAsync, cancellationToken)
        : throw new SocketException((int)SocketError.ConnectionRefused);

    /// <summary>Starts the listener for visitors unless it runs already, and tells its port. They are to trust its authority once and for
    /// all.</summary>
    public Task<int> StartAsync(CancellationToken cancellationToken) =>
        StartAsync(stop => backend.GetOrAddAuthorityAsync(HostAuthority.Make, stop), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // Connections outlive the cancelled calls that asked for them: one may be starting the listener right now, or be about to.
        await starting.WaitAsync();
        ended = true;
        starting.Release();
        if (running is { } last)
        {
            await last.Listener.DisposeAsync();
            last.Certificates.Dispose();
            last.Authority.Dispose();
        }
    }

    private async Task<int> StartAsync(Func<CancellationToken, Task<byte[]>> authority, CancellationToken cancellationToken)
    {
        if (running is { } already)
        {
            return already.Listener.Port;
        }

        await starting.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(ended, this);
            running ??= await StartNowAsync(await authority(cancellationToken), cancellationToken);
            return running.Listener.Port;
        }
        catch (CryptographicException failure)
        {
            throw new FaultException(FaultCatalogue.EmulatedTlsUnavailable(failure.Message), failure);
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<byte[]> FindOrMakeAsync(CancellationToken cancellationToken) =>
        await backend.FindAuthorityAsync(cancellationToken) ?? HostAuthority.Make();

    private async Task<Running> StartNowAsync(byte[] pkcs12, CancellationToken cancellationToken)
    {
        var authority = HostAuthority.Open(pkcs12);
        var certificates = new CertificateCache();
        var logger = logs.CreateLogger(Category);
        var tls = new TlsConnections(parts.CreateHandshake(authority, certificates), logger);
        var application = new HostApplication(parts.CreateEntrance(), parts.Troubles, logger);
        var listener = await LoopbackListener.StartAsync(port, tls, application, logs, cancellationToken);
        return new Running(authority, certificates, listener);
    }

    private sealed record Running(HostAuthority Authority, CertificateCache Certificates, LoopbackListener Listener);
}
