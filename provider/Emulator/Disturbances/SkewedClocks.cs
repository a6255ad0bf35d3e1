using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Faults;

namespace PartnerTrust.Emulator.Disturbances;

/// <summary>Servers whose clocks are off (domain.md 8 row 26).</summary>
internal sealed class SkewedClocks(IServerClocks right, IHostFaults faults) : IServerClocks
{
    public async Task<TimeProvider> OfAsync(string server, CancellationToken cancellationToken)
    {
        var clock = await right.OfAsync(server, cancellationToken);
        var skew = (await faults.ReadAsync(server, cancellationToken)).ClockSkew;
        return skew == TimeSpan.Zero ? clock : new OffsetTime(clock, skew);
    }
}
