using PartnerTrust.Emulator.Backend;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Emulator.Exchange.Autodiscover;

/// <summary>Looks among the mailboxes of the organization. A caller that acts for a user learns about that user alone.</summary>
internal sealed class UserSearch(IHostBackend backend) : IUserSearch
{
    public async Task<(Mailbox? Mailbox, string? Redirect)> FindAsync(string address, UserQuestion question)
    {
        var mailbox = await backend.FindMailboxAsync(question.Request.Server.Fqdn, address, question.Request.Aborted);
        var user = question.Caller.User;
        return (mailbox is not null && (user is null || user.SmtpAddress == mailbox.SmtpAddress) ? mailbox : null, null);
    }
}
