using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Emulator.Disturbances;

/// <summary>Servers on which the signing certificate lies without its private key (domain.md 8 row 2).</summary>
internal sealed class LostKeys(ISigningKeys keys, IHostFaults faults) : ISigningKeys
{
    public async Task<CertificateWithKey?> FindSigningKeyAsync(string server, Thumbprint thumbprint, CancellationToken cancellationToken) =>
        await faults.HasAsync(server, HostFaultKind.PrivateKeyMissing, cancellationToken)
            ? null
            : await keys.FindSigningKeyAsync(server, thumbprint, cancellationToken);
}
