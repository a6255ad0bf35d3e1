using PartnerTrust.Emulator;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Engines.Embedded;

/// <summary>Calls over the emulated servers' own sockets.</summary>
internal sealed class EmulatedCalls(EmulatedHosts hosts) : IConnectivityTester
{
    public Task<ConnectivityReport> CheckAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        hosts.CheckConnectivityAsync(request, progress, cancellationToken);
}
