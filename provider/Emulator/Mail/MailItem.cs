namespace PartnerTrust.Emulator.Mail;

/// <summary>An item that a partner application wrote.</summary>
/// <param name="Id">Opaque, unique over all mailboxes.</param>
/// <param name="ChangeKey">Opaque, per version.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="ItemClass">For example <c>IPM.Note.Microsoft.Conversation</c>.</param>
/// <param name="Subject">May be empty.</param>
/// <param name="Body">May be empty.</param>
/// <param name="BodyType"><c>Text</c> or <c>HTML</c>.</param>
/// <param name="CreatedBy">The principal whose token wrote it.</param>
/// <param name="CreatedAt">When.</param>
public sealed record MailItem(
    string Id,
    string ChangeKey,
    MailFolder Folder,
    string ItemClass,
    string Subject,
    string Body,
    string BodyType,
    string CreatedBy,
    DateTimeOffset CreatedAt)
{
    /// <summary>What else was written (recipients, categories, extended properties), as one element of the service's schema; empty when there
    /// is nothing else.</summary>
    public string Properties { get; init; } = "";
}
