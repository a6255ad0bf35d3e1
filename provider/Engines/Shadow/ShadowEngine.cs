using System.Collections.Concurrent;
using PartnerTrust.Engines.Operations;
using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Shadow.Memory;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Shadow;

/// <summary>What a preview works on: a copy of another engine's state to which the planned operations are applied, by the very code that
/// applies them for real. Nothing reaches the copied engine but reads.</summary>
public sealed class ShadowEngine : StoreEngine
{
    private readonly ShadowCalls calls;
    private readonly ConcurrentDictionary<Thumbprint, SigningCertificate> made = new();

    private ShadowEngine(TrustOperations operations, TimeProvider time)
        : base(operations) => calls = new ShadowCalls(operations, time);

    /// <summary>The certificates that were generated for the plan. Whoever carries the plan out generates others.</summary>
    public IEnumerable<SigningCertificate> Made => made.Values;

    /// <param name="engine">The engine to copy; it stays the caller's to dispose.</param>
    /// <param name="options">What is configured.</param>
    /// <param name="time">The clock.</param>
    public static ShadowEngine Over(ITrustEngine engine, EngineOptions options, TimeProvider time)
    {
        var servers = new ServerDirectory(options.Servers, options.Mailboxes);
        var kept = (engine as StoreEngine)?.Snapshots;
        var store = new MemoryTrustStore(kept ?? (ISnapshotSource)new EngineSnapshots(engine, servers), [.. servers.Servers.Select(server => server.Fqdn)])
        {
            CopiesAtOnce = kept is not null,
        };
        var beyond = new EngineMetadataSource(engine);
        IMetadataSource Documents(MetadataOperations published) =>
            kept is null ? new PublishedMetadataSource(published, beyond) : new PlannedDocuments(published, store, servers, beyond);
        return new ShadowEngine(new TrustOperations(store, servers, time, new PlannedKeys(options.MakeKey).Take, Documents), time);
    }

    public override async Task<CertificateBindingRecord> BindCertificateAsync(BindCertificate request, CancellationToken cancellationToken)
    {
        var record = await base.BindCertificateAsync(request, cancellationToken);
        if (request.Source is CertificateSource.Generated && (record.Slots.Next ?? record.Slots.Current) is { } certificate)
        {
            made[certificate.Thumbprint] = certificate;
        }

        return record;
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
