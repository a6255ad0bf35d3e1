using System.Collections.Immutable;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Embedded.Backend;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Engines.Embedded.Faults;

/// <summary>What is switched to fail, read from the store; each question is one transaction.</summary>
/// <param name="store">Where operators switch.</param>
/// <param name="backend">What the servers go by while nothing is.</param>
internal sealed class EmbeddedFaults(SqliteTrustStore store, EmbeddedBackend backend) : IHostFaults
{
    public Task<ImmutableArray<HostFault>> ListFaultsAsync(string server, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.Hosts.ListFaults(server).ToImmutableArray(), cancellationToken);

    public Task<TrustState> RecallReceiverStateAsync(ReceiverQuery query, CancellationToken cancellationToken) => store.WriteAsync(
        session => session.Memories.Answer(backend.Receiver(session, query), query), cancellationToken);
}
