using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.Administration;

/// <summary>A write, and the servers before it.</summary>
internal sealed record WriteScenario(string Name, Action<ModelEstate> Arrange, Func<ModelEstate, Task<WriteEnd>> ActAsync)
{
    /// <summary>What the plugin asks for in the next update, after what became of the first.</summary>
    public Func<ModelEstate, WriteEnd, Task<WriteEnd>> HealAsync { get; init; } = (estate, _) => ActAsync(estate);

    private const string Member = "exch01.litwareinc.com";
    private const string Online = "Lync Online";

    private static readonly LinkedAccount Account = new("LyncEnterprise-ApplicationAccount", ["ArchiveApplication", "UserApplication"]);

    /// <summary>Calls that show nowhere whether they were done, and harm nothing when they are done again.</summary>
    public static ImmutableArray<string> Repeatable { get; } = ["Set-CsPartnerApplication", "Set-SPAppPrincipalPermission"];

    /// <summary>Whether nothing of what the call does can be seen.</summary>
    public static bool ShowsNothing(WriteScenario scenario, CmdletCall call) =>
        call.Cmdlet == "Set-SPAppPrincipalPermission" || (scenario.Name == "change on SharePoint" && Repeatable.Contains(call.Cmdlet));

    public static IEnumerable<WriteScenario> All =>
    [
        Certificates("bind on Lync", new BindCertificate(Litware.Lync, new CertificateSource.Stored(Certs.Public(1).Thumbprint), null)),
        Certificates("import on Lync", new BindCertificate(Litware.Lync, Imported(2), null)),
        Certificates("stage on Lync", new BindCertificate(Litware.Lync, Imported(2), Certs.Now.AddDays(5))),
        Certificates("bind on Exchange", new BindCertificate(Litware.Exchange, new CertificateSource.Stored(Certs.Public(1).Thumbprint), null)),
        Certificates("import on Exchange", new BindCertificate(Litware.Exchange, Imported(2), null)),
        Certificates("stage on Exchange", new BindCertificate(Litware.Exchange, Imported(2), Certs.Now.AddDays(5))),
        Certificates("withdraw on Exchange", new BindCertificate(Litware.Exchange, new CertificateSource.Stored(Certs.Public(0).Thumbprint), null), staged: 1),
        Certificates("import on SharePoint", new BindCertificate(Litware.SharePoint, Imported(2), null)),
        Of("retire on Lync", Bound, estate => estate.Writer.RetirePreviousCertificateAsync(
            new RetirePreviousCertificate(Litware.Lync, Certs.Now.AddDays(-9)), Silence.Instance, default)),
        Of("retire on Exchange", Bound, estate => estate.Writer.RetirePreviousCertificateAsync(
            new RetirePreviousCertificate(Litware.Exchange, Certs.Now.AddDays(-9)), Silence.Instance, default)),
        Of("unbind on Lync", Bound, estate => estate.Writer.UnbindCertificateAsync(Litware.Lync, Silence.Instance, default)),
        Partner("register on Lync", OnLync()),
        Partner("register on Lync by certificate", OnLync(), new PartnerSource.Certificate(WellKnownApplications.SharePoint, "farm", Certs.Public(2))),
        Partner("register on Lync behind", OnLync(), new PartnerSource.AuthorizationServer("app", "")),
        Partner("change on Lync", OnLync() with { Enabled = false, Guard = new RecordGuard.Known(null) }, before: OnLync()),
        Partner("adopt on Lync", OnLync() with { Guard = new RecordGuard.New { Adoptable = ["microsoft.exchange"] } }, before: OnLync() with { Name = "microsoft.exchange" }),
        Partner("register on Exchange", OnExchange()),
        Partner("register on Exchange without an account", OnExchange() with { LinkedAccount = null }),
        Partner(
            "change on Exchange",
            OnExchange() with
            {
                Enabled = false, Guard = new RecordGuard.Known(null), LinkedAccount = Account with { Roles = ["UserApplication", "Mailbox Search"] },
            },
            before: OnExchange()),
        Partner("link on Exchange", OnExchange() with { Guard = new RecordGuard.Known(null), LinkedAccount = new LinkedAccount("other", ["UserApplication"]) }, before: OnExchange()),
        Partner("read keys again on Exchange", OnExchange() with { Guard = new RecordGuard.Known(null) }, before: OnExchange(), rolls: true),
        Partner("adopt on Exchange", OnExchange() with { Guard = new RecordGuard.New { Adoptable = ["LyncEnterprise-1"] } }, before: OnExchange() with { Name = "LyncEnterprise-1" }),
        Partner(
            "replace on Exchange",
            OnExchange() with { Guard = new RecordGuard.New("Lync") },
            before: OnExchange() with { Source = new PartnerSource.Metadata(Estate.SharePoint.MetadataUrl, false) }),
        Partner("register on SharePoint", OnSharePoint()),
        Partner("change on SharePoint", OnSharePoint() with { Guard = new RecordGuard.Known(null) }, before: OnSharePoint(), rolls: true),
        Removal("remove on Lync", OnLync()),
        Removal("remove on Exchange", OnExchange()),
        Removal("remove on SharePoint", OnSharePoint()),
        Authority("trust a token server on Lync", Litware.Lync),
        Authority("trust a token server on Exchange", Litware.Exchange),
        Authority("trust a token server on SharePoint", Litware.SharePoint),
        Of("distrust a token server on Lync", Trusted, estate => estate.Writer.RemoveAuthorizationServerAsync(
            new RemoveRecord(Litware.Lync, "sts", null), Silence.Instance, default)),
        Of("distrust a token server on Exchange", Trusted, estate => estate.Writer.RemoveAuthorizationServerAsync(
            new RemoveRecord(Litware.Exchange, "sts", null), Silence.Instance, default)),
        Of("configure Lync", _ => { }, estate => estate.Writer.SaveOAuthConfigurationAsync(
            SaveOAuthConfiguration.Of(Estate.LyncSettings), Silence.Instance, default)),
        Of("restore Lync", estate => estate.Lync.Settings["ExchangeAutodiscoverUrl"] = Estate.LyncSettings.ExchangeAutodiscoverUrl!.OriginalString, estate =>
            estate.Writer.RestoreOAuthConfigurationAsync(
                Estate.LyncSettings with { ExchangeAutodiscoverUrl = null }, Silence.Instance, default)),
    ];

    public ModelEstate Start()
    {
        var estate = new ModelEstate(Member);
        estate.Exchange.Partners[Online] = new ExchangeModel.Partner(Online, WellKnownApplications.Lync, "", "", true, false, true, null);
        estate.Lync.Partners["microsoft.sts"] = new LyncModel.Partner(
            "microsoft.sts", WellKnownApplications.Exchange, "tenant", "Microsoft.Rtc.SSAuth.UseOAuthServer", "Full", false, true);
        Arrange(estate);
        estate.Forget();
        return estate;
    }

    private static WriteScenario Of<T>(string name, Action<ModelEstate> arrange, Func<ModelEstate, Task<WriteOutcome<T>>> act)
        where T : class => new(name, arrange, estate => WriteEnd.OfAsync(act(estate)));

    private static WriteScenario Certificates(string name, BindCertificate request, int? staged = null) => Of(
        name,
        estate =>
        {
            Bound(estate);
            if (staged is { } key)
            {
                (estate.Exchange.Next, estate.Exchange.NextFrom) = (Certs.Public(key).Thumbprint.Hex, Certs.Now.AddDays(9));
            }
        },
        estate => estate.Writer.BindCertificateAsync(request, Silence.Instance, default));

    private static WriteScenario Partner(
        string name, SavePartnerApplication request, PartnerSource? source = null, SavePartnerApplication? before = null, bool rolls = false) => Of(
        name,
        estate =>
        {
            if (before is not null)
            {
                _ = estate.Writer.SavePartnerApplicationAsync(before, Silence.Instance, default).GetAwaiter().GetResult();
            }

            if (rolls)
            {
                estate.Publish(Estate.Lync, 0, 1);
                estate.Publish(Estate.Exchange, 2);
            }
        },
        estate => estate.Writer.SavePartnerApplicationAsync(request with { Source = source ?? request.Source }, Silence.Instance, default)) with
        {
            HealAsync = (estate, end) => WriteEnd.OfAsync(estate.Writer.SavePartnerApplicationAsync(
                request with
                {
                    Source = source ?? request.Source,
                    Guard = end.Now is null && request.Guard is RecordGuard.New given
                        ? given with { Adoptable = [.. given.Adoptable, request.Name] }
                        : new RecordGuard.Known(null),
                },
                Silence.Instance,
                default)),
        };

    private static WriteScenario Removal(string name, SavePartnerApplication before) => Of(
        name,
        estate => _ = estate.Writer.SavePartnerApplicationAsync(before, Silence.Instance, default).GetAwaiter().GetResult(),
        estate => estate.Writer.RemovePartnerApplicationAsync(new RemoveRecord(before.Server, before.Name, null), Silence.Instance, default));

    private static WriteScenario Authority(string name, string server)
    {
        var request = new SaveAuthorizationServer(server, new AuthorizationServerDraft("sts", Estate.TokenServer.MetadataUrl, null));
        return Of(name, _ => { }, estate => estate.Writer.SaveAuthorizationServerAsync(request, Silence.Instance, default)) with
        {
            HealAsync = (estate, _) => WriteEnd.OfAsync(estate.Writer.SaveAuthorizationServerAsync(
                request with { Guard = new RecordGuard.New { Adoptable = [request.Name] } }, Silence.Instance, default)),
        };
    }

    private static void Trusted(ModelEstate estate)
    {
        foreach (var server in new[] { Litware.Lync, Litware.Exchange })
        {
            var request = new SaveAuthorizationServer(server, new AuthorizationServerDraft("sts", Estate.TokenServer.MetadataUrl, null));
            _ = estate.Writer.SaveAuthorizationServerAsync(request, Silence.Instance, default).GetAwaiter().GetResult();
        }
    }

    private static void Bound(ModelEstate estate)
    {
        estate.BindOnLync(0);
        estate.Lync.Store[Certs.Public(1).Thumbprint] = Certs.Public(1);
        estate.Lync.Store[Certs.Public(3).Thumbprint] = Certs.Public(3);
        estate.Lync.Previous = Certs.Public(3).Thumbprint;
        estate.BindOnExchange(0, Member);
        estate.Hold(1, Member);
        estate.Hold(3, Member);
        estate.Exchange.Previous = Certs.Public(3).Thumbprint.Hex;
        estate.SharePoint.Signing = Certs.Public(0);
    }

    private static CertificateSource.Imported Imported(int key) => new(Pem.Of(Certs.Key(key)), null);

    private static SavePartnerApplication OnLync() => new(
        Litware.Lync, "Exchange", new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false), TrustLevel.Full, true, false, null);

    private static SavePartnerApplication OnExchange() => new(
        Litware.Exchange, "Lync", new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false), null, true, true, Account);

    private static SavePartnerApplication OnSharePoint() => new(
        Litware.SharePoint, "Exchange", new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false), null, true, false, null);
}
