namespace PartnerTrust.Trust.Mailboxes;

/// <summary>A mailbox that the embedded engine keeps.</summary>
/// <param name="SipUri"><c>sip:user@domain</c>, lower case.</param>
/// <param name="SmtpAddress">Primary address.</param>
/// <param name="Server">Fqdn of the Exchange server that holds it.</param>
/// <param name="ArchiveEnabled">Whether it has an archive (the Dumpster folder needs one, domain.md 6.1).</param>
public sealed record Mailbox(string SipUri, string SmtpAddress, string Server, bool ArchiveEnabled)
{
    /// <summary>Security identifier, when the directory has one.</summary>
    public string? SecurityIdentifier { get; init; }
}
