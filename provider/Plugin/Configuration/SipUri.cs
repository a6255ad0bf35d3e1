namespace PartnerTrust.Plugin.Configuration;

/// <summary>SIP addresses of users, <c>sip:user@domain</c>.</summary>
internal static class SipUri
{
    public static bool IsValid(string text) =>
        text.StartsWith("sip:", StringComparison.OrdinalIgnoreCase)
        && text[4..].Split('@') is [{ Length: > 0 } user, var domain]
        && !user.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Fqdn.IsValid(domain);

    public static string Normalize(string text) => text.ToLowerInvariant();
}
