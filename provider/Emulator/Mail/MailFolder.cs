namespace PartnerTrust.Emulator.Mail;

/// <summary>A folder of a mailbox or of its archive.</summary>
/// <param name="Mailbox">Primary SMTP address, lower case.</param>
/// <param name="Name">The folder's distinguished id, such as <c>conversationhistory</c>; see <see cref="MailFolders"/>.</param>
public sealed record MailFolder(string Mailbox, string Name);
