using System.Collections.Immutable;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Trust.Tokens;

/// <summary>How a user token names its user (domain.md 5.2): addresses, and a <c>nameid</c> that is a UPN or a security identifier.</summary>
internal sealed record UserAddressClaims(string? NameId, string? Smtp, string? Sip, string? Upn)
{
    private const string SipScheme = "sip:";

    /// <summary>The <c>nameid</c> when it is a security identifier.</summary>
    public string? SecurityIdentifier => NameId is not null && NameId.StartsWith("S-1-", StringComparison.OrdinalIgnoreCase) ? NameId : null;

    /// <summary>Everything that could name a mailbox, each once.</summary>
    public ImmutableArray<string> All =>
        [.. new[] { Smtp, Sip, Upn, NameId }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    public static UserAddressClaims Of(TokenClaims claims) => new(
        claims.Text(ClaimNames.NameId), claims.Text(ClaimNames.Smtp), claims.Text(ClaimNames.Sip), claims.Text(ClaimNames.Upn));

    /// <summary>Whether one of the addresses is the mailbox's. A <c>nameid</c> counts as UPN; the products know no case in addresses.</summary>
    public bool Name(Mailbox mailbox, bool securityIdentifierAccepted) =>
        Same(Smtp, mailbox.SmtpAddress)
        || (Sip is not null && Same(WithoutScheme(Sip), WithoutScheme(mailbox.SipUri)))
        || IsUpnOf(Upn, mailbox)
        || IsUpnOf(NameId, mailbox)
        || (securityIdentifierAccepted && SecurityIdentifier is not null && Same(SecurityIdentifier, mailbox.SecurityIdentifier));

    private static bool IsUpnOf(string? upn, Mailbox mailbox) =>
        upn is not null && (Same(upn, mailbox.SmtpAddress) || Same(upn, WithoutScheme(mailbox.SipUri)));

    private static string WithoutScheme(string address) =>
        address.StartsWith(SipScheme, StringComparison.OrdinalIgnoreCase) ? address[SipScheme.Length..] : address;

    private static bool Same(string? left, string? right) =>
        left is not null && right is not null && left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
