namespace PartnerTrust.Emulator.Faults;

internal static class FaultReading
{
    public static async Task<HostFaults> ReadAsync(this IHostFaults faults, string server, CancellationToken cancellationToken) =>
        new(await faults.ListFaultsAsync(server, cancellationToken));

    public static async Task<bool> HasAsync(
        this IHostFaults faults, string server, HostFaultKind kind, CancellationToken cancellationToken) =>
        (await faults.ReadAsync(server, cancellationToken)).Has(kind);
}
