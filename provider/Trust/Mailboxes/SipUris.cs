using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Mailboxes;

/// <summary>SIP addresses of users, <c>sip:user@domain</c>; compared without case.</summary>
public static class SipUris
{
    public static string Normalize(string text) => text.ToLowerInvariant();

    /// <summary>The address without its scheme: <c>user@domain</c>.</summary>
    public static string AddressOf(string sipUri) => sipUri[(sipUri.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The domain of an address, in lower case.</summary>
    public static string DomainOf(string sipUri) => SmtpAddresses.DomainOf(AddressOf(sipUri));

    public static bool IsValid(string text) =>
        text.Length <= 454
        && text.StartsWith("sip:", StringComparison.OrdinalIgnoreCase)
        && text[4..].Split('@') is [{ Length: > 0 } user, var domain]
        && !user.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Fqdns.IsValid(domain);
}
