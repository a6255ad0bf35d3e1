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

    /// <summary>The machines of each server that is a pool.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Members { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    public required ImmutableArray<string> Exchanges { get; init; }

    public bool HasSharePoint { get; init; }

    public bool HasTokenServer { get; init; }

    /// <summary>A realm that all Exchange servers accept beside their own; null for none.</summary>
    public bool AcceptsBothRealms { get; init; }

    /// <summary>Which findings fail the preview; null for none.</summary>
    public string? Proof { get; init; }

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
            Members = PoolsAmong([Lync, exchanges[0]], draw),
            HasSharePoint = draw.Chance(15),
            HasTokenServer = draw.Chance(15),
            AcceptsBothRealms = draw.Chance(25),
            Proof = draw.Below(100) switch
            {
                < 7 => "enforce",
                < 13 => "strict",
                _ => null,
            },
            Mailboxes = MailboxesOn(exchanges, draw),
        };
    }

    /// <summary>Those that can go while something is left to call.</summary>
    public ImmutableArray<string> MayLeave =>
    [
        .. Exchanges.Length > 1 ? Exchanges : [],
        .. HasSharePoint ? [SharePoint] : (string[])[],
        .. HasTokenServer ? [TokenServer] : (string[])[],
    ];

    public ImmutableArray<string> MayJoin =>
    [
        .. new[] { "ex1.litwareinc.com", "ex2.litwareinc.com", "ex3.fabrikam.com" }.Except(Exchanges),
        .. HasSharePoint ? (string[])[] : [SharePoint],
        .. HasTokenServer ? (string[])[] : [TokenServer],
    ];

    /// <summary>The mailboxes of a server that leaves are moved to one that stays.</summary>
    public TruthInstallation Without(string fqdn)
    {
        ImmutableArray<string> left = [.. Exchanges.Where(exchange => exchange != fqdn)];
        return this with
        {
            Exchanges = left,
            HasSharePoint = HasSharePoint && fqdn != SharePoint,
            HasTokenServer = HasTokenServer && fqdn != TokenServer,
            Mailboxes = [.. Mailboxes.Select(mailbox => mailbox.Server == fqdn ? mailbox with { Server = left[0] } : mailbox)],
        };
    }

    public TruthInstallation With(string fqdn) => fqdn switch
    {
        SharePoint => this with { HasSharePoint = true },
        TokenServer => this with { HasTokenServer = true },
        _ => this with { Exchanges = Exchanges.Add(fqdn) },
    };

    public TruthInstallation WithMailboxOn(int which, string exchange) =>
        this with { Mailboxes = Mailboxes.SetItem(which, Mailboxes[which] with { Server = exchange }) };

    public static string RealmOf(string fqdn) => fqdn[(fqdn.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public static string MetadataUrlOf(string fqdn) => fqdn switch
    {
        SharePoint => $"https://{fqdn}/_layouts/15/metadata/json/1",
        _ when fqdn.StartsWith("ex", StringComparison.Ordinal) => $"https://{fqdn}/autodiscover/metadata/json/1",
        _ => $"https://{fqdn}/metadata/json/1",
    };

    public PropertyMap Settings() => Proof is null ? Configuration() : Configuration().Set("proveOnPreview", Proof);

    private PropertyMap Configuration() => PropertyMap.Of(
        ("servers", ListValue.Of(
        [
            PoolOf(Lync, Server(Lync, "LyncServer")),
            .. Exchanges.Select(fqdn => PoolOf(fqdn, AcceptingOf(Server(fqdn, "ExchangeServer")))),
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

    private static ImmutableDictionary<string, ImmutableArray<string>> PoolsAmong(IEnumerable<string> servers, Draw draw) =>
        servers.Where(_ => draw.Chance(15)).ToImmutableDictionary(fqdn => fqdn, fqdn => ImmutableArray.Create($"a.{fqdn}", $"b.{fqdn}"));

    private PropertyMap PoolOf(string fqdn, PropertyMap server) =>
        Members.TryGetValue(fqdn, out var members) ? server.Set("members", ListValue.Of(members.Select(member => (PropertyValue)member))) : server;

    private PropertyMap AcceptingOf(PropertyMap server) =>
        AcceptsBothRealms ? server.Set("acceptedDomains", ListValue.Of([Realm, OtherRealm])) : server;
}
