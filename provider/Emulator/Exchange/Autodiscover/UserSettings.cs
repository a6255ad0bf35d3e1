using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Exchange.Autodiscover;

/// <summary>What Autodiscover knows about a mailbox.</summary>
internal static class UserSettings
{
    public static string EwsUrl(Mailbox mailbox) => ServicePaths.EwsOf(mailbox.Server).OriginalString;

    public static string DisplayName(Mailbox mailbox) => mailbox.SmtpAddress.Split('@')[0];

    /// <summary>The path by which directories know a mailbox of the emulated organization.</summary>
    public static string LegacyDn(Mailbox mailbox) =>
        $"/o=PartnerTrust/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn={DisplayName(mailbox)}";

    /// <summary>Null for a setting that this server does not know.</summary>
    public static string? Of(Mailbox mailbox, string setting) => setting switch
    {
        "ExternalEwsUrl" or "InternalEwsUrl" => EwsUrl(mailbox),
        "AutoDiscoverSMTPAddress" => mailbox.SmtpAddress,
        "UserDisplayName" => DisplayName(mailbox),
        "UserDN" => LegacyDn(mailbox),
        "InternalMailboxServer" => mailbox.Server,
        "ExternalEwsVersion" or "CasVersion" => "15.00.1497.002",
        "EwsSupportedSchemas" => "Exchange2007, Exchange2007_SP1, Exchange2010, Exchange2010_SP1, Exchange2010_SP2, Exchange2013, Exchange2013_SP1",
        _ => null,
    };
}
