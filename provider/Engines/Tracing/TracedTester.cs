using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Engines.Tracing;

internal sealed class TracedTester(IConnectivityTester tester) : IConnectivityTester
{
    public Task<ConnectivityReport> CheckAsync(ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        EngineSpan.AroundAsync("CheckConnectivity", request.Server, () => tester.CheckAsync(request, progress, cancellationToken));

    public ConnectivityReport Retell(ConnectivityRequest request, ConnectivityReport foretold) => tester.Retell(request, foretold);
}
