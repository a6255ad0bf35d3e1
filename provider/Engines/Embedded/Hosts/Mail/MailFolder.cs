using PartnerTrust.Engines.Requests;

namespace PartnerTrust.Engines.Embedded.Hosts.Mail;

/// <summary>A folder of a mailbox. The dumpster is the archive's recoverable items (domain.md 6.1).</summary>
/// <param name="Mailbox">Primary SMTP address, lower case.</param>
/// <param name="Name">Which of the folders that partners write to.</param>
public sealed record MailFolder(string Mailbox, StorageFolder Name);
