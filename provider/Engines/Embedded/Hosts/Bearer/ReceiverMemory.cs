using System.Collections.Concurrent;
using PartnerTrust.Engines.Embedded.Hosts.Faults;
using PartnerTrust.Engines.Embedded.Hosts.Listening;
using PartnerTrust.Trust;

namespace PartnerTrust.Engines.Embedded.Hosts.Bearer;

/// <summary>What a server knows about its partners: what is stored, or, while its configuration is stale, what it knew when it first looked
/// after its last restart (domain.md 3.5, 8 row 22).</summary>
internal sealed class ReceiverMemory(IHostBackend backend)
{
    private const int MostRemembered = 1000;
    private readonly ConcurrentDictionary<string, TrustState> remembered = new(StringComparer.Ordinal);

    public async Task<TrustState> RecallAsync(HostRequest request, ReceiverQuery query)
    {
        if (!request.Faults.Has(HostFaultKind.StaleConfiguration))
            return await backend.ReadReceiverStateAsync(query, request.Aborted).ConfigureAwait(false);

        var restarts = await backend.CountRestartsAsync(query.Server, request.Aborted).ConfigureAwait(false);
        var key = $"{query.Server}|{restarts}|{string.Join(' ', query.ApplicationIdentifiers)}|{string.Join(' ', query.UserAddresses)}";
        if (remembered.TryGetValue(key, out var known))
            return known;

        if (remembered.Count >= MostRemembered)
            remembered.Clear();

        var read = await backend.ReadReceiverStateAsync(query, request.Aborted).ConfigureAwait(false);
        return remembered.GetOrAdd(key, read);
    }
}
