using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Emulator.Disturbances;

/// <summary>Servers that go on with what they once read (domain.md 3.5, 8 row 22).</summary>
internal sealed class StaleStates(IReceiverStates current, IHostFaults faults) : IReceiverStates
{
    public async Task<TrustState> ReadReceiverStateAsync(ReceiverQuery query, CancellationToken cancellationToken) =>
        await faults.HasAsync(query.Server, HostFaultKind.StaleConfiguration, cancellationToken)
            ? await faults.RecallReceiverStateAsync(query, cancellationToken)
            : await current.ReadReceiverStateAsync(query, cancellationToken);
}
