using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Emulator.Exchange.Autodiscover;

/// <summary>Where a user's mailbox is.</summary>
internal interface IUserSearch
{
    /// <summary>The mailbox; or the place to ask instead; or neither.</summary>
    Task<(Mailbox? Mailbox, string? Redirect)> FindAsync(string address, UserQuestion question);
}
