using System.Globalization;
using System.Net;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>Where an engine listens: a name or an address, IPv6 in brackets, and a port.</summary>
internal sealed record EngineAddress(string Host, int Port)
{
    /// <summary>Null for what is no address.</summary>
    public static EngineAddress? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 1
            || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is < 1 or > IPEndPoint.MaxPort)
        {
            return null;
        }

        var host = text[..colon];
        return Uri.CheckHostName(host) == UriHostNameType.Unknown || (host.Contains(':', StringComparison.Ordinal) && host[0] != '[')
            ? null
            : new EngineAddress(host, port);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
