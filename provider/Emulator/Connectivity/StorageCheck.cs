using System.Globalization;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>What <c>Test-CsExStorageConnectivity</c> does: finds the mailbox, writes an item, reads it back and deletes it.</summary>
internal sealed class StorageCheck(
    ConnectivityRequest request, CallingServer caller, TokenSource tokens, ServiceCalls calls, IRunningChecks checks, CheckTrace trace)
{
    private const int MostRedirects = 3;

    public async Task RunAsync(Server? target, CancellationToken cancellationToken)
    {
        var (ews, token) = caller.Server.Product == ServerProduct.LyncServer
            ? await DiscoverAsync(target, cancellationToken)
            : await KnownAsync(target!, cancellationToken);
        var mailbox = new MailboxClient(calls, ews, token, request.SipUri);
        await WriteAsync(mailbox, cancellationToken);
    }

    private async Task<(Uri Ews, string Token)> KnownAsync(Server target, CancellationToken cancellationToken)
    {
        var ews = new Uri($"https://{target.Fqdn}/EWS/Exchange.asmx");
        return (ews, await tokens.ForAsync(ews, "", cancellationToken));
    }

    private async Task<(Uri Ews, string Token)> DiscoverAsync(Server? target, CancellationToken cancellationToken)
    {
        var url = await AutodiscoverStep.TakeAsync(caller, trace);
        var client = new AutodiscoverClient(calls);
        for (var redirects = 0; ; redirects++)
        {
            var asked = url;
            var token = await tokens.ForAsync(asked, "", cancellationToken);
            var (ews, next) = await trace.TakeAsync("userSettings", $"Asking Autodiscover for the mailbox of {request.SipUri}", async () =>
            {
                var found = await client.FindEwsAsync(asked, token, caller.User!.NameId, cancellationToken);
                return (Judge(found, asked, target, redirects), (found.Ews?.AbsoluteUri ?? found.Redirect)!);
            });
            if (ews is not null)
            {
                return (ews, SameServer(ews, asked) ? token : await tokens.ForAsync(ews, "mailbox", cancellationToken));
            }

            url = next!;
        }
    }

    private (Uri? Ews, Uri? Next) Judge((Uri? Ews, string? Redirect) found, Uri asked, Server? target, int redirects)
    {
        if (found.Ews is { } ews)
        {
            return target is null || ews.Host.Equals(target.Fqdn, StringComparison.OrdinalIgnoreCase)
                ? (ews, null)
                : throw new CheckFailure(FaultCatalogue.AutodiscoverFindsAnother(target.Fqdn, ews));
        }

        var allowed = caller.Configuration.ExchangeAutodiscoverAllowedDomains;
        return Uri.TryCreate(found.Redirect, UriKind.Absolute, out var next) && redirects < MostRedirects && next.Scheme == Uri.UriSchemeHttps
            && (next.Host == asked.Host || OAuthConfigurationRules.AllowsRedirect(caller.Configuration, next.Host))
                ? (null, next)
                : throw new CheckFailure(FaultCatalogue.AutodiscoverRedirectNotAllowed(found.Redirect ?? "", allowed));
    }

    private static bool SameServer(Uri one, Uri other) => one.Authority.Equals(other.Authority, StringComparison.OrdinalIgnoreCase);

    private async Task WriteAsync(MailboxClient mailbox, CancellationToken cancellationToken)
    {
        var left = new LeftItems(mailbox, request.Folder, checks);
        await left.RemoveAsync(cancellationToken);
        using var check = request.DeleteItem ? checks.Begin() : null;
        var subject = string.Create(CultureInfo.InvariantCulture, $"Connectivity check {Guid.NewGuid()}");
        try
        {
            await CreateAsync(mailbox, subject, check?.Id, cancellationToken);
            await ReadBackAsync(mailbox, subject, cancellationToken);
            if (check is not null)
            {
                await DeleteAsync(mailbox, cancellationToken);
            }
        }
        catch when (check is not null)
        {
            // The check has failed already, or was cancelled; what it wrote is not left behind for that.
            check.Dispose();
            await left.RemoveAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task CreateAsync(MailboxClient mailbox, string subject, Guid? check, CancellationToken cancellationToken) =>
        trace.ItemId = await trace.TakeAsync("writeItem", $"Writing an item to {request.Folder} of {request.SipUri}", async () =>
        {
            var body = $"{caller.Server.Fqdn} wrote this item.";
            var id = await mailbox.CreateAsync(request.Folder, subject, body, check, cancellationToken);
            return (id, $"ExCreateItem succeeded in {request.Folder}");
        });

    private Task<string> ReadBackAsync(MailboxClient mailbox, string subject, CancellationToken cancellationToken) =>
        trace.TakeAsync("readItem", "Reading the item back", async () =>
        {
            var found = await mailbox.ReadSubjectAsync(trace.ItemId!, cancellationToken);
            return found == subject ? (found, "the item came back as it was written") : throw new CheckFailure(FaultCatalogue.ItemChanged(found, subject));
        });

    private Task<bool> DeleteAsync(MailboxClient mailbox, CancellationToken cancellationToken) =>
        trace.TakeAsync("deleteItem", "Deleting the item", async () =>
        {
            await mailbox.DeleteAsync(trace.ItemId!, cancellationToken);
            return (true, "the item is deleted");
        });
}
