using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>A generated installation: which servers there are, and whose mailboxes lie where.</summary>
internal sealed record TruthInstallation
{
    public const string Realm = "litwareinc.com";
    public const string OtherRealm = "fabrikam.com";
    public const string Lync = "lync.litwareinc.com";
    public const string SharePoint = "sp.litwareinc.com";
    public const string TokenServer = "sts.litwareinc.com";
    public const string Nobody = "sip:nobody@litwareinc.com";

    /// <summary>The machines of the Lync pool; none when it is one machine.</summary>
    public ImmutableArray<string> LyncMembers { get; init; } = [];

    public required ImmutableArray<string> Exchanges { get; init; }

    public bool HasSharePoint { get; init; }

    public bool HasTokenServer { get; init; }

    /// <summary>A realm that all Exchange servers accept beside their own; null for none.</summary>
    public bool AcceptsBothRealms { get; init; }

    public required ImmutableArray<(string SipUri, string SmtpAddress, string Server, bool Archive)> Mailboxes { get; init; }

    public ImmutableArray<string> Users => [.. Mailboxes.Select(mailbox => mailbox.SipUri), Nobody];

    public static TruthInstallation Of(Draw draw)
    {
        ImmutableArray<string> exchanges = draw.Below(10) switch
        {
            < 4 => ["ex1.litwareinc.com"],
            < 7 => ["ex1.litwareinc.com", "ex2.litwareinc.com"],
            < 8 => ["ex1.litwareinc.com", "ex2.litwareinc.com", "ex3.litwareinc.com"],
            < 9 => ["ex1.litwareinc.com", "ex3.fabrikam.com"],
            _ => ["ex1.litwareinc.com", "ex2.litwareinc.com", "ex3.fabrikam.com"],
        };
        return new TruthInstallation
        {
            Exchanges = exchanges,
            LyncMembers = draw.Chance(15) ? ["fe1.litwareinc.com", "fe2.litwareinc.com"] : [],
            HasSharePoint = draw.Chance(15),
            HasTokenServer = draw.Chance(15),
            AcceptsBothRealms = draw.Chance(25),
            Mailboxes = MailboxesOn(exchanges, draw),
        };
    }

    public static string RealmOf(string fqdn) => fqdn[(fqdn.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public static string MetadataUrlOf(string fqdn) => fqdn switch
    {
        SharePoint => $"https://{fqdn}/_layouts/15/metadata/json/1",
        _ when fqdn.StartsWith("ex", StringComparison.Ordinal) => $"https://{fqdn}/autodiscover/metadata/json/1",
        _ => $"https://{fqdn}/metadata/json/1",
    };

    public PropertyMap Settings() => PropertyMap.Of(
        ("servers", ListValue.Of(
        [
            PoolOf(Server(Lync, "LyncServer")),
            .. Exchanges.Select(fqdn => AcceptingOf(Server(fqdn, "ExchangeServer"))),
            .. HasSharePoint ? [Server(SharePoint, "SharePointServer")] : (PropertyMap[])[],
            .. HasTokenServer ? [Server(TokenServer, "TokenServer")] : (PropertyMap[])[],
        ])),
        ("mailboxes", ListValue.Of(Mailboxes.Select(mailbox => PropertyMap.Of(
            ("sipUri", mailbox.SipUri),
            ("smtpAddress", mailbox.SmtpAddress),
            ("server", mailbox.Server),
            ("archiveEnabled", mailbox.Archive))))));

    /// <summary>One to three, now and then two with one address.</summary>
    private static ImmutableArray<(string, string, string, bool)> MailboxesOn(ImmutableArray<string> exchanges, Draw draw)
    {
        var addresses = draw.Chance(15) ? ["ken@litwareinc.com", "ken@litwareinc.com"] : new[] { "ken@litwareinc.com", "pia@litwareinc.com" };
        return
        [
            .. addresses.Take(draw.Chance(60) ? 2 : 1).Select((address, index) =>
                ($"sip:{(index == 0 ? "ken" : "pia")}@litwareinc.com", address, exchanges[draw.Below(exchanges.Length)], draw.Chance(30))),
        ];
    }

    private static PropertyMap Server(string fqdn, string product) => PropertyMap.Of(("fqdn", fqdn), ("product", product));

    private PropertyMap PoolOf(PropertyMap server) =>
        LyncMembers.IsEmpty ? server : server.Set("members", ListValue.Of(LyncMembers.Select(member => (PropertyValue)member)));

    private PropertyMap AcceptingOf(PropertyMap server) =>
        AcceptsBothRealms ? server.Set("acceptedDomains", ListValue.Of([Realm, OtherRealm])) : server;
}
