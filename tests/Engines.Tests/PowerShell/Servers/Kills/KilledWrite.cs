using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Tests.PowerShell.Administration;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers.Kills;

/// <summary>A kind of write in the middle of which shells are killed.</summary>
/// <param name="Name">What it does, and on which server.</param>
/// <param name="Calls">How many of its calls change the server.</param>
/// <param name="ArrangeAsync">What is there before it.</param>
/// <param name="ActAsync">Asks for it: first, and again after what became of the first, as the next update does.</param>
internal sealed record KilledWrite(
    string Name, int Calls, Func<KillStage, Task> ArrangeAsync, Func<IServerWriter, WriteEnd?, Task<WriteEnd>> ActAsync)
{
    /// <summary>Whether it is tried by night alone: its calls are much like those of others.</summary>
    public bool IsForTheNight { get; private init; }

    private static readonly LinkedAccount Account = new("LyncEnterprise-ApplicationAccount", ["ArchiveApplication", "UserApplication"]);

    /// <summary>Calls that show nowhere whether they were done, and harm nothing when they are done again.</summary>
    public static readonly string[] Repeatable = ["Set-CsPartnerApplication", "Set-SPAppPrincipalPermission"];

    public static IReadOnlyList<KilledWrite> All { get; } =
    [
        Binding("bind on Lync", 1, new BindCertificate(Litware.Lync, KillStage.Key(3), null)),
        Binding("stage on Lync", 1, new BindCertificate(Litware.Lync, KillStage.Key(3), Certs.Now.AddDays(5))),
        Binding("bind on Exchange", 3, new BindCertificate(Litware.Exchange, KillStage.Key(3), null)),
        Binding("stage on Exchange", 2, new BindCertificate(Litware.Exchange, KillStage.Key(3), Certs.Now.AddDays(5))) with { IsForTheNight = true },
        Binding("bind on SharePoint", 1, new BindCertificate(Litware.SharePoint, KillStage.Key(3), null)),
        Retirement("retire on Lync", Litware.Lync),
        Retirement("retire on Exchange", Litware.Exchange) with { IsForTheNight = true },
        Registration("register on Lync", 1, OnLync()),
        Change("change on Lync", 1, OnLync() with { Enabled = false }, OnLync()),
        Removal("remove on Lync", 1, OnLync()),
        Registration("register on Exchange", 5, OnExchange()),
        Change(
            "change on Exchange",
            2,
            OnExchange() with { Enabled = false, LinkedAccount = Account with { Roles = ["Mailbox Search", .. Account.Roles] } },
            OnExchange()),
        Change("read keys again on Exchange", 1, OnExchange(), OnExchange(), rolling: Litware.Lync) with { IsForTheNight = true },
        Removal("remove on Exchange", 1, OnExchange()) with { IsForTheNight = true },
        Registration("register on SharePoint", 2, OnSharePoint()),
        Removal("remove on SharePoint", 1, OnSharePoint()),
        new("configure Lync", 1, _ => Task.CompletedTask, (writer, _) => WriteEnd.OfAsync(
            writer.SaveOAuthConfigurationAsync(SaveOAuthConfiguration.Of(Estate.LyncSettings), Silence.Instance, default))),
        Authority("trust a token server on Lync", Litware.Lync),
        Authority("trust a token server on Exchange", Litware.Exchange) with { IsForTheNight = true },
    ];

    public override string ToString() => Name;

    private static KilledWrite Binding(string name, int calls, BindCertificate request) => new(
        name, calls, _ => Task.CompletedTask, (writer, _) => WriteEnd.OfAsync(writer.BindCertificateAsync(request, Silence.Instance, default)));

    private static KilledWrite Retirement(string name, string server) => new(
        name,
        1,
        async stage =>
        {
            await stage.Store.BindCertificateAsync(new BindCertificate(server, KillStage.Key(3), null), default);
            stage.Time.Advance(TimeSpan.FromDays(9));
        },
        (writer, _) => WriteEnd.OfAsync(
            writer.RetirePreviousCertificateAsync(new RetirePreviousCertificate(server, Certs.Now), Silence.Instance, default)));

    /// <summary>Who does not know that it was done takes a record for his own that says the same.</summary>
    private static KilledWrite Registration(string name, int calls, SavePartnerApplication request) => new(
        name,
        calls,
        _ => Task.CompletedTask,
        (writer, last) => WriteEnd.OfAsync(
            writer.SavePartnerApplicationAsync(request with { Guard = Guard(request.Name, last) }, Silence.Instance, default)));

    private static KilledWrite Change(
        string name, int calls, SavePartnerApplication request, SavePartnerApplication before, string? rolling = null) => new(
        name,
        calls,
        async stage =>
        {
            await stage.Store.CreatePartnerApplicationAsync(before, default);
            if (rolling is not null)
            {
                await stage.Store.BindCertificateAsync(new BindCertificate(rolling, KillStage.Key(3), null), default);
            }
        },
        (writer, _) => WriteEnd.OfAsync(
            writer.SavePartnerApplicationAsync(request with { Guard = new RecordGuard.Known(null) }, Silence.Instance, default)));

    private static KilledWrite Removal(string name, int calls, SavePartnerApplication before) => new(
        name,
        calls,
        stage => stage.Store.CreatePartnerApplicationAsync(before, default),
        (writer, _) => WriteEnd.OfAsync(
            writer.RemovePartnerApplicationAsync(new RemoveRecord(before.Server, before.Name, null), Silence.Instance, default)));

    private static KilledWrite Authority(string name, string server)
    {
        var request = new SaveAuthorizationServer(server, new AuthorizationServerDraft("sts", Estate.TokenServer.MetadataUrl, null));
        return new(name, 1, _ => Task.CompletedTask, (writer, last) => WriteEnd.OfAsync(
            writer.SaveAuthorizationServerAsync(request with { Guard = Guard(request.Name, last) }, Silence.Instance, default)));
    }

    private static RecordGuard Guard(string name, WriteEnd? last) => last is null ? new RecordGuard.New()
        : last.Now is not null ? new RecordGuard.Known(null)
        : new RecordGuard.New { Adoptable = [name] };

    private static SavePartnerApplication OnLync() => new(
        Litware.Lync, "Exchange", new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false), TrustLevel.Full, true, false, null);

    private static SavePartnerApplication OnExchange() => new(
        Litware.Exchange, "Lync", new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false), null, true, true, Account);

    private static SavePartnerApplication OnSharePoint() => new(
        Litware.SharePoint, "Exchange", new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false), null, true, false, null);
}
