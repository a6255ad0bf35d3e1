using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>Tells once of each server that the clock of its shell's machine is not ours: what is staged takes effect by that clock, and tokens are
/// judged by it.</summary>
/// <param name="offsetOf">How far it is ahead, by fqdn; null where that is not known.</param>
internal sealed class ClockRemarks(Func<string, TimeSpan?> offsetOf)
{
    /// <summary>No tolerance is documented; beyond this Kerberos fails, too (domain.md 5.4).</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.Ordinal);

    public ImmutableArray<Fault> Of(string server) =>
        offsetOf(server) is { } offset && offset.Duration() > Tolerance && told.TryAdd(server, true)
            ? [FaultCatalogue.ShellClockDiffers(server, offset)]
            : [];
}
