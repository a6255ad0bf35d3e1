using System.Xml.Linq;

using PartnerTrust.Engines.Embedded.Hosts.Soap;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Engines.Embedded.Hosts.Exchange.Ews;

/// <summary>One EWS operation that an accepted caller asks for.</summary>
internal sealed record EwsCall(IHostBackend Backend, AcceptedCall Caller, string Server, SoapMessage Message, DateTimeOffset Now)
{
    /// <summary>The element of the operation, for example <c>m:CreateItem</c>.</summary>
    public XElement Operation => Message.Content;

    public XElement Required(string name) =>
        Operation.Element(SoapNames.Messages + name) ?? throw EwsRefusal.Malformed($"The element '{name}' is missing.");

    /// <summary>The mailbox a folder or item is reached in: the user's own, or the one that an application with roles names.</summary>
    public async Task<Mailbox> MailboxAsync(string? named, CancellationToken cancellationToken)
    {
        if (Caller.User is { } user)
        {
            return named is null || string.Equals(named, user.SmtpAddress, StringComparison.OrdinalIgnoreCase)
                ? Here(user)
                : throw EwsRefusal.AccessDenied();
        }

        var address = named ?? Impersonated() ?? throw new EwsRefusal(
            "ErrorMissingEmailAddress", "When making a request as an account that does not have a mailbox, you must specify the mailbox primary SMTP address.");
        var mailbox = await Backend.FindMailboxAsync(address, cancellationToken).ConfigureAwait(false) ?? throw EwsRefusal.NoSuchMailbox();
        return Here(mailbox);
    }

    /// <summary>Whether an application acting as itself holds the management role; a user's own folders need none (domain.md 5.8).</summary>
    public void RequireRole(string role)
    {
        if (Caller.User is null && Caller.Application.LinkedAccount?.Roles.Contains(role) != true)
            throw EwsRefusal.AccessDenied();
    }

    private string? Impersonated() => Message.Header
        .Element(SoapNames.Types + "ExchangeImpersonation")?
        .Element(SoapNames.Types + "ConnectingSID")?
        .Elements().FirstOrDefault()?.Value.Trim();

    private Mailbox Here(Mailbox mailbox) =>
        string.Equals(mailbox.Server, Server, StringComparison.OrdinalIgnoreCase) ? mailbox : throw EwsRefusal.NoSuchMailbox();
}
