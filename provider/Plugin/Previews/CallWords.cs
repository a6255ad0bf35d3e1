using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Plugin.Previews;

/// <summary>A check's call, as previews speak of it.</summary>
internal static class CallWords
{
    public static string Of(ConnectivityRequest request, ConnectivityReport report) =>
        $"{request.Server} calls {ReceiverOf(request, report) ?? "Exchange"} for {request.SipUri}";

    /// <summary>The fqdn to which the way leads, as far as it goes; null where it goes to no server.</summary>
    public static string? ReceiverOf(ConnectivityRequest request, ConnectivityReport report) =>
        request.NamedTarget ?? (report.Reached is [_, .., var last] ? last : null);
}
