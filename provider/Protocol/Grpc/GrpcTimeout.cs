using System.Globalization;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The <c>grpc-timeout</c> header: one to eight digits and a unit (pulumi-protocol.md 5.1).</summary>
internal static class GrpcTimeout
{
    /// <summary>Null when there is none or it is none.</summary>
    public static TimeSpan? Parse(string? header)
    {
        if (header is not { Length: >= 2 and <= 9 })
        {
            return null;
        }

        if (!long.TryParse(header.AsSpan(0, header.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        long? ticks = header[^1] switch
        {
            'H' => amount * TimeSpan.TicksPerHour,
            'M' => amount * TimeSpan.TicksPerMinute,
            'S' => amount * TimeSpan.TicksPerSecond,
            'm' => amount * TimeSpan.TicksPerMillisecond,
            'u' => amount * TimeSpan.TicksPerMicrosecond,
            'n' => amount / TimeSpan.NanosecondsPerTick,
            _ => null,
        };
        return ticks is null ? null : TimeSpan.FromTicks(ticks.Value);
    }
}
