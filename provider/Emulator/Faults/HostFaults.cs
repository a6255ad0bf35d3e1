using System.Collections.Immutable;
using System.Globalization;

namespace PartnerTrust.Emulator.Faults;

/// <summary>The faults of one server at one moment.</summary>
internal sealed record HostFaults(ImmutableArray<HostFault> Switched)
{
    /// <summary>How far the server's clock is off.</summary>
    public TimeSpan ClockSkew => SecondsOf(HostFaultKind.ClockSkew, 600);

    /// <summary>How long the server thinks before it answers.</summary>
    public TimeSpan Delay => SecondsOf(HostFaultKind.Slow, 30);

    public bool Has(HostFaultKind kind) => Find(kind) is not null;

    public HostFault? Find(HostFaultKind kind) => Switched.FirstOrDefault(fault => fault.Kind == kind);

    private TimeSpan SecondsOf(HostFaultKind kind, double usual)
    {
        if (Find(kind) is not { } fault)
        {
            return TimeSpan.Zero;
        }

        var given = double.TryParse(fault.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(seconds) < 86400 * 3650;
        return TimeSpan.FromSeconds(given ? seconds : usual);
    }
}
