using PartnerTrust.Emulator.Exchange.Autodiscover;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Emulator.Disturbances;

/// <summary>Autodiscover that sends its clients elsewhere, to the place of a cloud by default (domain.md 8 rows 14 and 15).</summary>
internal sealed class RedirectingSearch(IUserSearch search, IHostFaults faults) : IUserSearch
{
    private const string Cloud = "https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc";

    public async Task<(Mailbox? Mailbox, string? Redirect)> FindAsync(string address, UserQuestion question)
    {
        var switched = await faults.ReadAsync(question.Request.Server.Fqdn, question.Request.Aborted);
        return switched.Find(HostFaultKind.AutodiscoverRedirect) is { } fault
            ? (null, fault.Value is { Length: > 0 } place ? place : Cloud)
            : await search.FindAsync(address, question);
    }
}
