using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Emulator.Tests.Fixtures;

/// <summary>The checks that tests make.</summary>
internal static class CheckRequests
{
    public static ConnectivityRequest Storage(string user = Litware.Ken, StorageFolder folder = StorageFolder.ConversationHistory, bool delete = true) =>
        new(Litware.Lync, null, user, folder, delete, ConnectivityMethod.Storage);

    public static ConnectivityRequest Probe(string from, string? to, string user = Litware.Ken) =>
        new(from, to, user, StorageFolder.ConversationHistory, true, ConnectivityMethod.Probe);

    public static Task<ConnectivityReport> CheckAsync(this Litware litware, ConnectivityRequest request, List<string>? told = null) =>
        litware.Hosts.CheckConnectivityAsync(request, new Listener(told ?? []), Litware.Forever);

    private sealed class Listener(List<string> told) : IProgress<string>
    {
        public void Report(string value) => told.Add(value);
    }
}
