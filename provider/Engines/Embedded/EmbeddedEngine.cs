using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PartnerTrust.Emulator;
using PartnerTrust.Engines.Embedded.Faults;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Operations;
using PartnerTrust.Engines.Requests;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Engines.Embedded;

/// <summary>The trust of servers that this machine emulates: kept in SQLite, spoken over real HTTPS on loopback. Opening costs nothing; the
/// database and the listener start with the first operation that needs them.</summary>
public sealed class EmbeddedEngine : StoreEngine
{
    private readonly SqliteTrustStore store;
    private readonly ServerDirectory servers;
    private readonly EmulatedHosts hosts;

    private EmbeddedEngine(
        SqliteTrustStore store, ServerDirectory servers, EmulatedHosts hosts, TimeProvider time, Func<int, RSA> makeKey)
        : base(new TrustOperations(new DisturbedStore(store), servers, time, makeKey, _ => new HttpsMetadataSource(hosts.Documents))) =>
        (this.store, this.servers, this.hosts, Ledger) = (store, servers, hosts, new StoreLedger(store));

    public override IInstanceLedger Ledger { get; }

    public static Task<EmbeddedEngine> OpenAsync(
        EngineOptions options, TimeProvider time, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var store = new SqliteTrustStore(options.DataDirectory, Passphrase.FromEnvironment(), logs.CreateLogger<SqliteTrustStore>())
        {
            OnFirstWrite = session => session.Configuration.Remember(options.Servers, options.Mailboxes),
        };
        var servers = new ServerDirectory(options.Servers, options.Mailboxes);
        var backend = new EmbeddedBackend(store, servers);
        var hosts = new EmulatedHosts(backend, new EmbeddedFaults(store, backend), time, logs);
        return Task.FromResult(new EmbeddedEngine(store, servers, hosts, time, options.MakeKey));
    }

    public override Task<ConnectivityReport> CheckConnectivityAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        hosts.CheckConnectivityAsync(request, progress, cancellationToken);

    /// <summary>A server that holds on to what it once read (a switchable fault) reads it anew.</summary>
    public override async Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (request.Scope == RestartScope.None)
        {
            return;
        }

        foreach (var server in request.Servers.Select(servers.Require))
        {
            progress.Report($"Restarting {(request.Scope == RestartScope.Iis ? "IIS" : "application pools")} on {server.Fqdn}");
            await store.WriteAsync(session => session.Memories.RefreshWhereKept(server.Fqdn), cancellationToken);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await hosts.DisposeAsync();
        await base.DisposeAsync();
    }
}
