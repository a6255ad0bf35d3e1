using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Engines.Embedded.Hosts.Exchange.Autodiscover;

/// <summary>What Autodiscover knows about a mailbox.</summary>
internal static class UserSettings
{
    /// <summary>Null for a setting that this server does not know.</summary>
    public static string? Of(Mailbox mailbox, string setting) => setting switch
    {
        "ExternalEwsUrl" or "InternalEwsUrl" => $"https://{mailbox.Server}/EWS/Exchange.asmx",
        "AutoDiscoverSMTPAddress" => mailbox.SmtpAddress,
        "UserDisplayName" => mailbox.SmtpAddress.Split('@')[0],
        "InternalMailboxServer" => mailbox.Server,
        "ExternalEwsVersion" or "CasVersion" => "15.00.1497.002",
        "EwsSupportedSchemas" => "Exchange2007, Exchange2007_SP1, Exchange2010, Exchange2010_SP1, Exchange2010_SP2, Exchange2013, Exchange2013_SP1",
        _ => null,
    };
}
