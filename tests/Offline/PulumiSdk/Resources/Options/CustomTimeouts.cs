using Wire = PartnerTrust.Protocol.Messages;

namespace Pulumi;

/// <summary>How long an operation on a resource may take.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }

    internal Wire.RegisterResourceRequest.Types.CustomTimeouts ToWire() =>
        new() { Create = Duration(Create), Update = Duration(Update), Delete = Duration(Delete) };

    /// <summary>The engine reads Go durations; a tick is 100 ns.</summary>
    private static string Duration(TimeSpan? time) => time is { } value ? $"{value.Ticks}00ns" : "";
}
