using System.Collections.Immutable;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Emulator.Faults;

/// <summary>What an operator has switched to fail, as it is kept at this moment, also by another process.</summary>
public interface IHostFaults
{
    /// <summary>The faults that are switched on for a server.</summary>
    Task<ImmutableArray<HostFault>> ListFaultsAsync(string server, CancellationToken cancellationToken);

    /// <summary>What the server would go by, with the partner records that it knew when it began to hold stale configuration, or at its
    /// last restart since.</summary>
    Task<TrustState> RecallReceiverStateAsync(ReceiverQuery query, CancellationToken cancellationToken);
}
