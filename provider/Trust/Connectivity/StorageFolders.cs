namespace PartnerTrust.Trust.Connectivity;

/// <summary>Which folder of a mailbox each folder of <c>Test-CsExStorageConnectivity</c> is (domain.md 6.1).</summary>
public static class StorageFolders
{
    /// <summary>The distinguished id. Partners archive into the purges of the archive.</summary>
    public static string IdOf(StorageFolder folder) => folder switch
    {
        StorageFolder.ConversationHistory => "conversationhistory",
        StorageFolder.Dumpster => "archiverecoverableitemspurges",
        _ => "inbox",
    };
}
