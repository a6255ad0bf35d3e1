using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Engines.Tests.Fixtures;

/// <summary>The checks that tests make.</summary>
internal static class CheckRequests
{
    public static ConnectivityRequest Storage() => new(
        Partners.Lync, null, Installation.Mailbox.SipUri, StorageFolder.ConversationHistory, DeleteItem: true, ConnectivityMethod.Storage);
}
