using System.Collections.Immutable;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using static PartnerTrust.Testing.Samples.Litware;

namespace PartnerTrust.Engines.Tests.Failures;

/// <summary>All rows of domain.md 8: how each is produced here and which number tells of it, or why it cannot happen here.</summary>
internal static class FailureTable
{
    private const string Member = "one.litwareinc.com";

    private static Server Pool(Server server) => server with { Members = [Member] };

    public static ImmutableArray<FailureRow> Rows { get; } =
    [
        new(1, "Exchange's auth certificate expires", Expire, "PT2001", Explain(Exchange, Lync), "PT5082"),
        new(2, "the auth certificate loses its private key",
            world => world.Lab.ForgetPrivateKeyAsync(Exchange, Certs.Public(1).Thumbprint, default), null, Explain(Exchange, Lync), "PT2005"),
        new(3, "nothing is bound to Exchange any more",
            world => world.Engine.UnbindCertificateAsync(Exchange, default), "PT3021", Fetch(Estate.Exchange.MetadataUrl), "PT3058"),
        new(4, "Lync's path is used for Exchange", Nothing, null, Fetch(Url(Exchange, "/metadata/json/1")), "PT3056"),
        Front(HostFaultKind.Html, "PT3005"),
        Front(HostFaultKind.Redirect, "PT3055"),
        Front(HostFaultKind.Unauthorized, "PT3057"),
        new(6, "the TLS certificate is self-signed",
            world => world.SwitchAsync(Exchange, HostFaultKind.UntrustedTls), null, Fetch(Estate.Exchange.MetadataUrl), "PT3052"),
        new(
            7,
            "Lync rolls its key and tells nobody",
            world => world.Lab.RollCertificateAsync(Lync, default),
            "PT3026",
            Explain(Lync, Exchange),
            "PT5025"),
        new(8, "TLS ends in front of Exchange", world => world.SwitchAsync(Exchange, HostFaultKind.TlsOffloading), null, Check(), "PT6014"),
        new(9, "the realm is covered by a wildcard alone", Nothing, "PT4011", Explain(Lync, Exchange), "PT5043")
        {
            Servers = [Estate.Lync, Estate.Exchange with { AcceptedDomains = ["*.litwareinc.com"] }],
        },
        new(10, "the linked account is gone",
            world => world.ChangeLyncAtExchangeAsync(record => record with { LinkedAccount = null }), "PT4010", Explain(Lync, Exchange), "PT5062"),
        new(11, "the user has no mailbox", Nothing, null, Check("sip:nobody@litwareinc.com"), "PT5072"),
        new(
            12,
            "Exchange never heard of Lync",
            world => world.Lab.Partners.RemoveAsync(Exchange, "LyncServer", default),
            "PT4023",
            Check(),
            "PT5085"),
        new(12, "OAuth is off on Exchange", world => world.SwitchAsync(Exchange, HostFaultKind.OAuthDisabled), null, Check(), "PT6003"),
        new(13, "the caller may not use the storage service", world => world.SwitchAsync(Lync, HostFaultKind.AccessDenied), null, Check(), "PT6011"),
        new(14, "the autodiscover URL is that of mail clients", PointToXml, "PT4015", Check(), "PT6002"),
        new(15, "autodiscover leads to the cloud", world => world.SwitchAsync(Exchange, HostFaultKind.AutodiscoverRedirect), null, Check(), "PT6007"),
        new(16, "the vendor's script is run again", world => world.AddAtExchangeAsync(record => record with { Name = "LyncEnterprise-2" }), "PT4019"),
        new(17, "the record is disabled",
            world => world.ChangeLyncAtExchangeAsync(record => record with { Enabled = false }), "PT4021", Explain(Lync, Exchange), "PT5085"),
        new(17, "Lync's realm changes", ChangeRealm, "PT3025", Explain(Lync, Exchange), "PT5085"),
        new(
            18,
            "the cloud's record shares the identifier",
            world => world.AddAtExchangeAsync(record => Cloud(record, "Skype for Business Online")),
            "PT4020"),
        new(19, "the next certificate comes too late", StageLate, "PT2014", Plan(Lync), "PT9006"),
        new(20, "a Front End lacks the certificate", world => world.Lab.RemoveCertificatesAsync(Lync, Member, default), "PT2019", Check(), "PT2019")
        {
            Servers = [Pool(Estate.Lync), Estate.Exchange],
        },
        new(20, "replication is stuck while the certificate is rolled", RollWhileStuck, "PT2019", Explain(Lync, Exchange), "PT2019")
        {
            Servers = [Pool(Estate.Lync), Estate.Exchange],
        },
        new(21, "an Exchange server lacks the auth certificate",
            world => world.Lab.RemoveCertificatesAsync(Exchange, Member, default), "PT2019", Explain(Exchange, Lync), "PT2019")
        {
            Servers = [Estate.Lync, Pool(Estate.Exchange)],
        },
        new(22, "Exchange holds the old configuration", RollBehindStaleMemory, null, Check(), "PT5025"),
        new(23, "the thumbprint is in no store", Nothing, null, BindUnknown, "PT2019"),
        new(24, "Exchange Online has no linked account", world => world.AddAtExchangeAsync(record => Cloud(record, "Exchange Online") with
        {
            ApplicationIdentifier = WellKnownApplications.Exchange,
            Source = new PartnerSource.AuthorizationServer(WellKnownApplications.Exchange, ""),
            LinkedAccount = null,
        }), "PT4010"),
        new(26, "Exchange's clock is behind", world => world.SwitchAsync(Exchange, HostFaultKind.ClockSkew, "-600"), null, Check(), "PT6010"),
        new(29, "SharePoint's trusted issuer is gone",
            world => world.Lab.Partners.RemoveAsync(SharePoint, "ExchangeServer", default), "PT4023",
            Explain(Exchange, SharePoint), "PT5085")
        {
            Servers = [.. FailureWorld.Usual, Estate.SharePoint],
        },
        new(30, "two profiles have one address", Nothing, null, Explain(Exchange, SharePoint, Ken), "PT5073")
        {
            Servers = [.. FailureWorld.Usual, Estate.SharePoint],
            Mailboxes = [Estate.Ken, Estate.Ken with { SipUri = "sip:ken.myer@litwareinc.com" }],
        },
        new(32, "security identifiers are refused", Nothing, "PT4029")
        {
            Mailboxes = [Estate.Ken with { SecurityIdentifier = "S-1-5-21-1-2-3-1104" }],
        },
    ];

    /// <summary>Rows about what these servers do not have.</summary>
    public static ImmutableSortedDictionary<int, string> Elsewhere { get; } = new Dictionary<int, string>
    {
        [25] = "The cloud keeps its own copy of the certificate; nothing here plays the cloud.",
        [27] = "About contacts in the unified contact store, which is no part of the trust.",
        [28] = "Another trust: mutual TLS with the IIS certificate.",
        [31] = "About remote PowerShell.",
        [33] = "About the patch level of the products.",
    }.ToImmutableSortedDictionary();

    private static Task Nothing(FailureWorld world) => Task.CompletedTask;

    private static Func<FailureWorld, Task<string?>> Explain(string from, string to, string? user = null) =>
        async world => (await world.ExplainAsync(from, to, user))?.Code;

    private static Func<FailureWorld, Task<string?>> Fetch(Uri url) => async world => (await world.FetchAsync(url))?.Code;

    private static Func<FailureWorld, Task<string?>> Check(string user = Ken) => async world => (await world.CheckAsync(user))?.Code;

    private static Func<FailureWorld, Task<string?>> Plan(string server) =>
        async world => (await world.Questions.PlanRolloverAsync(server, Silence.Instance, default)).Refusal?.Code;

    private static FailureRow Front(HostFaultKind kind, string code) => new(
        5, $"{kind} stands in front of the document", world => world.SwitchAsync(Exchange, kind), null, Fetch(Estate.Exchange.MetadataUrl), code);

    private static Task Expire(FailureWorld world)
    {
        world.Installation.Time.SetUtcNow(Certs.Public(1).NotAfter.AddMinutes(1));
        return Task.CompletedTask;
    }

    private static Task PointToXml(FailureWorld world) => world.Lab.Partners.OverwriteOAuthConfigurationAsync(
        OAuthConfigurationRules.Default(Estate.Lync) with { ExchangeAutodiscoverUrl = new Uri($"https://{Exchange}/autodiscover/autodiscover.xml") },
        default);

    private static Task ChangeRealm(FailureWorld world) => world.Lab.Partners.OverwriteOAuthConfigurationAsync(
        OAuthConfigurationRules.Default(Estate.Lync) with
        {
            Realm = "contoso.com",
            ExchangeAutodiscoverUrl = new Uri($"https://{Exchange}/autodiscover/autodiscover.svc"),
        },
        default);

    private static Task<CertificateBindingRecord> StageLate(FailureWorld world) => world.Engine.BindCertificateAsync(
        Installation.Bind(Estate.Lync, Certs.Key(2), Certs.Public(0).NotAfter.AddHours(-1)), default);

    private static async Task RollWhileStuck(FailureWorld world)
    {
        await world.SwitchAsync(Lync, HostFaultKind.ReplicationStuck);
        await world.Lab.RollCertificateAsync(Lync, default);
        await world.Engine.UpdatePartnerApplicationAsync(Installation.Register(Estate.Exchange, Estate.Lync), default);
    }

    private static async Task RollBehindStaleMemory(FailureWorld world)
    {
        await world.SwitchAsync(Exchange, HostFaultKind.StaleConfiguration);
        Assert.Null(await world.CheckAsync());
        await world.Lab.RollCertificateAsync(Lync, default);
        await world.Engine.UpdatePartnerApplicationAsync(Installation.Register(Estate.Exchange, Estate.Lync), default);
    }

    private static async Task<string?> BindUnknown(FailureWorld world)
    {
        var unknown = new BindCertificate(Exchange, new CertificateSource.Stored(Thumbprint.OfCertificate([1, 2, 3])), null);
        Fault? refusal = await FailureWorld.RefusalOfAsync(() => world.Engine.BindCertificateAsync(unknown, default));
        return refusal?.Code;
    }

    private static PartnerApplication Cloud(PartnerApplication record, string name) => record with
    {
        Name = name,
        Realm = "",
        Issuer = record.ApplicationIdentifier + "@",
        Source = new PartnerSource.AuthorizationServer(record.ApplicationIdentifier, ""),
        TrustedKeys = [],
    };
}
