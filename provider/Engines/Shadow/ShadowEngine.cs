using PartnerTrust.Engines.Operations;
using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Shadow.Memory;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Shadow;

/// <summary>What a preview works on: a copy of another engine's state to which the planned operations are applied, by the very code that
/// applies them for real. Nothing reaches the copied engine but reads.</summary>
public sealed class ShadowEngine : StoreEngine
{
    private readonly ShadowCalls calls;

    private ShadowEngine(TrustOperations operations, TimeProvider time)
        : base(operations) => calls = new ShadowCalls(operations, time);

    /// <param name="engine">The engine to copy; it stays the caller's to dispose.</param>
    /// <param name="options">What is configured.</param>
    /// <param name="time">The clock.</param>
    public static ShadowEngine Over(ITrustEngine engine, EngineOptions options, TimeProvider time)
    {
        var servers = new ServerDirectory(options.Servers, options.Mailboxes);
        var source = (engine as StoreEngine)?.Snapshots ?? new EngineSnapshots(engine, servers);
        var store = new MemoryTrustStore(source, [.. servers.Servers.Select(server => server.Fqdn)]);
        var beyond = new EngineMetadataSource(engine);
        return new ShadowEngine(
            new TrustOperations(store, servers, time, options.MakeKey, published => new PublishedMetadataSource(published, beyond)), time);
    }

    public override Task<ConnectivityReport> CheckConnectivityAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        calls.CheckAsync(request, cancellationToken);

    /// <summary>A preview restarts nothing.</summary>
    public override Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed class EngineMetadataSource(ITrustEngine engine) : IMetadataSource
    {
        public Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken) =>
            engine.FetchMetadataAsync(new FetchMetadata(url, trustAnySslCertificate), cancellationToken);
    }
}
