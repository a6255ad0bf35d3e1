using System.Xml.Linq;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Soap;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Exchange.Ews.Calls;

/// <summary>One EWS operation that an accepted caller asks for.</summary>
internal sealed record EwsCall(IHostBackend Backend, AcceptedCall Caller, string Server, SoapMessage Message, DateTimeOffset Now)
{
    /// <summary>The element of the operation, for example <c>m:CreateItem</c>.</summary>
    public XElement Operation => Message.Content;

    /// <summary>The mailbox a folder or item is reached in: the user's own, or the one that an application with roles names.</summary>
    public async Task<Mailbox> MailboxAsync(string? named, CancellationToken cancellationToken)
    {
        var impersonated = await ImpersonatedAsync(cancellationToken);
        if (Caller.User is { } user)
        {
            return impersonated is not null && !Same(impersonated.SmtpAddress, user.SmtpAddress) ? throw EwsRefusal.ImpersonationDenied()
                : named is null || Same(named, user.SmtpAddress) ? Here(user)
                : throw EwsRefusal.AccessDenied();
        }

        if (impersonated is not null && (named is null || Same(named, impersonated.SmtpAddress)))
        {
            return Here(impersonated);
        }

        var address = named ?? throw new EwsRefusal(
            "ErrorMissingEmailAddress", "When making a request as an account that does not have a mailbox, you must specify the mailbox primary SMTP address.");
        return Here(await Backend.FindMailboxAsync(Server, address, cancellationToken));
    }

    /// <summary>Whether an application acting as itself holds the management role; a user's own folders need none (domain.md 5.8).</summary>
    public void RequireRole(string role)
    {
        if (Caller.User is null && Caller.Application.LinkedAccount?.Roles.Contains(role) != true)
        {
            throw Impersonation is null ? EwsRefusal.AccessDenied() : EwsRefusal.ImpersonationDenied();
        }
    }

    private XElement? Impersonation => Message.Header.Element(SoapNames.Types + "ExchangeImpersonation");

    // The user may be named by any of its addresses, or by its security identifier.
    private async Task<Mailbox?> ImpersonatedAsync(CancellationToken cancellationToken)
    {
        if (Impersonation is not { } header)
        {
            return null;
        }

        var name = header.Element(SoapNames.Types + "ConnectingSID")?.Elements().FirstOrDefault()?.Value.Trim()
            ?? throw EwsFault.Schema("The element 'ExchangeImpersonation' has incomplete content. The element 'ConnectingSID' is expected.");
        return await Backend.FindMailboxAsync(Server, name, cancellationToken) ?? throw EwsRefusal.NoSuchMailbox();
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private Mailbox Here(Mailbox? mailbox) => mailbox is not null && Same(mailbox.Server, Server) ? mailbox : throw EwsRefusal.NoSuchMailbox();
}
