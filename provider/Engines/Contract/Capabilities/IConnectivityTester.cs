using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Engines.Contract.Capabilities;

public interface IConnectivityTester
{
    /// <summary>Makes the call for real and reports each step. A refused call is a report that failed, not an exception; an engine that cannot be
    /// read is an exception, not a report.</summary>
    Task<ConnectivityReport> CheckAsync(ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>What <see cref="CheckAsync"/> will report of a call of which is foretold what it meets at each step of its way. A tester that does not
    /// go that way step by step reports it in steps of its own.</summary>
    ConnectivityReport Retell(ConnectivityRequest request, ConnectivityReport foretold) => foretold;
}
