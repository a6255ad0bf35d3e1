using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Foretelling;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Engines.Shadow;

/// <summary>Foretells what the copied engine's own tester will report.</summary>
internal sealed class PlannedCalls(ForetoldCalls foretold, IConnectivityTester tester) : IConnectivityTester
{
    public async Task<ConnectivityReport> CheckAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        tester.Retell(request, await foretold.CheckAsync(request, progress, cancellationToken));
}
