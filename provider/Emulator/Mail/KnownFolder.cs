namespace PartnerTrust.Emulator.Mail;

/// <param name="Id">The distinguished id by which clients ask for it.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="Parent">The distinguished id of the folder it lies in; null for the root of a mailbox or archive.</param>
internal sealed record KnownFolder(string Id, string DisplayName, string? Parent);
