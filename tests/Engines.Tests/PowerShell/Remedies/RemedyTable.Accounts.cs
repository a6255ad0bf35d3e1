using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Generation;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.CmdletSimulator.World.Exchange;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Tests.PowerShell.Administration;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

// Accounts that records of Exchange are linked to.
internal static partial class RemedyTable
{
    private const string Account = "LyncEnterprise-ApplicationAccount";
    private const string Role = "ArchiveApplication";

    private static readonly LinkedAccount Linked = new(Account, [Role, "UserApplication"]);

    private static IEnumerable<ShellRemedy> Accounts =>
    [
        OnServers("PT8122", "run \"pulumi refresh\", then the update again", Register(Linked), WithoutRoleAsync, stage =>
            Done(() => stage.Exchange.Roles[Role] = true)),
        OnServers(
            "PT8122", "correct the name", Register(Linked with { Roles = ["ArchivApplication"] }), stage => Exists(stage, "User"),
            stage => Done(() => stage.Act = Register(Linked)), "of a role"),
        OnServers("PT8123", "hoose another name", Register(Linked), stage => Exists(stage, "MailContact"), OtherName),
        OnServers("PT8155", "Add an accepted domain", Register(Linked), WithoutDomain, stage => Done(() =>
            stage.Exchange.AcceptedDomains = [.. stage.Exchange.AcceptedDomains, new AcceptedDomain("mail", "mail.litwareinc.com")])),
        OnServers("PT8155", "make the account yourself", Register(Linked), WithoutDomain, stage => Exists(stage, "User"), "by hand"),
        OnServers("PT8156", "Choose another name", Register(Linked), stage => Exists(stage, "UserMailbox"), OtherName),
        OnServers("PT8158", "Remove-MailUser", Unregister, RegisterFirstAsync, RemoveByHandAsync),
    ];

    private static Func<ServerStage, ITrustEngine, Task<ImmutableArray<Fault>>> Register(LinkedAccount account) => (stage, engine) =>
        stage.WriteAsync(last => WriteEnd.OfAsync(engine.Writer.SavePartnerApplicationAsync(Request(account, last), Silence.Instance, default)));

    private static SavePartnerApplication Request(LinkedAccount account, WriteEnd? last) =>
        new(Litware.Exchange, "Lync", new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false), null, true, true, account)
        {
            Guard = last is null ? new RecordGuard.New() : new RecordGuard.New { Adoptable = ["Lync"] },
        };

    private static Task<ImmutableArray<Fault>> Unregister(ServerStage stage, ITrustEngine engine) => stage.WriteAsync(
        _ => WriteEnd.OfAsync(engine.Writer.RemovePartnerApplicationAsync(
            new RemoveRecord(Litware.Exchange, "Lync", null), Silence.Instance, default)));

    private static async Task RegisterFirstAsync(ServerStage stage)
    {
        (var act, stage.Act) = (stage.Act, Register(Linked));
        Assert.Empty(await stage.TellAsync());
        stage.Act = act;
    }

    /// <summary>By hand in the management shell; then it can be made anew.</summary>
    private static async Task RemoveByHandAsync(ServerStage stage)
    {
        var identity = ImmutableDictionary<string, SentValue>.Empty.Add("Identity", new SentValue.Text(Account));
        await stage.World.AnswerAsync(new PlayedCall(Litware.Exchange, SessionLayer.Local, "Remove-MailUser", "Identity", identity, 0), default);
        Assert.Empty(stage.Exchange.Accounts);
        stage.Act = Register(Linked);
    }

    private static Task WithoutRoleAsync(ServerStage stage)
    {
        Assert.True(stage.Exchange.Roles.TryRemove(Role, out _));
        return Exists(stage, "User");
    }

    private static Task WithoutDomain(ServerStage stage) =>
        Done(() => stage.Exchange.AcceptedDomains = [new AcceptedDomain("all", "*.litwareinc.com")]);

    /// <summary>Somebody has made it.</summary>
    private static Task Exists(ServerStage stage, string kind) => Done(() => stage.Exchange.Accounts[Account] = new ExchangeAccount(Account, kind));

    private static Task OtherName(ServerStage stage) => Done(() => stage.Act = Register(Linked with { Name = "LyncAccount" }));
}
