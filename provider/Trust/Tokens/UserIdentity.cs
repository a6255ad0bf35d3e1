using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Trust.Tokens;

/// <summary>The user in a user token (domain.md 5.2); any address may be missing.</summary>
/// <param name="NameId">UPN for Exchange, security identifier or provider id for SharePoint.</param>
public sealed record UserIdentity(string NameId)
{
    public string? Smtp { get; init; }

    public string? Sip { get; init; }

    public string? Upn { get; init; }

    /// <summary>Who gave the <see cref="NameId"/>.</summary>
    public string NameIdIssuer { get; init; } = "urn:office:idp:activedirectory";

    /// <summary>How a server names a user of its own: by SIP address, and by what the directory knows beyond it.</summary>
    public static UserIdentity Of(string sipUri, Mailbox? known) =>
        new(known?.SmtpAddress ?? SipUris.AddressOf(sipUri))
        {
            Sip = sipUri,
            Smtp = known?.SmtpAddress,
        };
}
