using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Store.Operations;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What deciding about a write needs beside the server.</summary>
/// <param name="Servers">What is configured.</param>
/// <param name="Documents">How partners' documents are fetched.</param>
/// <param name="Time">The clock.</param>
/// <param name="Maker">Makes the certificates that are asked for.</param>
internal sealed record WriteTools(ServerDirectory Servers, IMetadataSource Documents, TimeProvider Time, CertificateMaker Maker)
{
    /// <summary>What is to be said of the servers' clocks.</summary>
    public ClockRemarks Clocks { get; init; } = new(_ => null);
}
