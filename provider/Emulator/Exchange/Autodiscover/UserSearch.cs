using PartnerTrust.Emulator.Faults;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Emulator.Exchange.Autodiscover;

/// <summary>Where a user's mailbox is. A caller that acts for a user learns about that user alone.</summary>
internal sealed class UserSearch(IHostBackend backend)
{
    private const string Cloud = "https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc";

    /// <summary>The mailbox; or the place to ask instead; or neither.</summary>
    public async Task<(Mailbox? Mailbox, string? Redirect)> FindAsync(string address, UserQuestion question)
    {
        if (question.Request.Faults.Find(HostFaultKind.AutodiscoverRedirect) is { } fault)
        {
            return (null, fault.Value is { Length: > 0 } place ? place : Cloud);
        }

        var mailbox = await backend.FindMailboxAsync(address, question.Request.Aborted);
        var user = question.Caller.User;
        return (mailbox is not null && (user is null || user.SmtpAddress == mailbox.SmtpAddress) ? mailbox : null, null);
    }
}
