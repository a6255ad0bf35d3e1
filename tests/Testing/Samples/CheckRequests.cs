using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Testing.Samples;

/// <summary>The checks that tests make.</summary>
public static class CheckRequests
{
    public static ConnectivityRequest Storage(
        string user = Litware.Ken, StorageFolder folder = StorageFolder.ConversationHistory, bool delete = true) =>
        new(Litware.Lync, null, user, folder, delete, ConnectivityMethod.Storage);

    public static ConnectivityRequest Probe(string from, string? to, string user = Litware.Ken) =>
        new(from, to, user, StorageFolder.ConversationHistory, true, ConnectivityMethod.Probe);
}
