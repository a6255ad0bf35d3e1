namespace PartnerTrust.Trust.Connectivity;

/// <summary>A connectivity check as the caller makes it (domain.md 6.1).</summary>
/// <param name="Server">Fqdn of the calling server.</param>
/// <param name="Target">Fqdn of the called server; null for the Exchange server that autodiscover finds.</param>
/// <param name="SipUri"><c>sip:user@domain</c>.</param>
/// <param name="Folder">Where the item goes.</param>
/// <param name="DeleteItem">Whether the item is deleted again.</param>
/// <param name="Method">Whether an item is written at all.</param>
/// <param name="Binding"><c>NetNamedPipe</c> or <c>NetTCP</c>; real servers only.</param>
/// <param name="HostNameStorageService">Required with <c>NetTCP</c>. The member of the calling server that makes the call; without it, the
/// emulated
/// servers find out whether all members can.</param>
public sealed record ConnectivityRequest(
    string Server,
    string? Target,
    string SipUri,
    StorageFolder Folder,
    bool DeleteItem,
    ConnectivityMethod Method,
    string? Binding = null,
    string? HostNameStorageService = null);

/// <summary>The folders of <c>Test-CsExStorageConnectivity</c>.</summary>
public enum StorageFolder
{
    ConversationHistory,
    Inbox,
    Dumpster,
}

public enum ConnectivityMethod
{
    /// <summary>Write, read back and delete an item.</summary>
    Storage,

    /// <summary>Ask and present a token; write nothing, need no mailbox.</summary>
    Probe,
}
