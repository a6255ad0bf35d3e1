using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Machines;

/// <summary>Sessions to Exchange, and the cmdlets that come through them; and the start of Exchange's own shell (powershell.md 7).</summary>
internal sealed class Sessions(SimulatedWorld world) : INoun
{
    public void AddTo(CmdletTable table) => table
        .Add("New-PSSession", Open)
        .Add("Import-PSSession", Import)
        .Add("Remove-PSSession", Close)
        .Add("Connect-ExchangeServer", Connect);

    private PlayedAnswer Open(PlayedCall call, Server here)
    {
        var url = call.Texts("ConnectionUri").FirstOrDefault() ?? call.Required("ConnectionUri");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || world.FindServer(address.Host) is not { } server
            || world.Unreachable.ContainsKey(address.Host))
        {
            throw new PlayedErrorException(SessionErrors.NotOpened(url));
        }

        if (server.Product != ServerProduct.ExchangeServer || call.Text("ConfigurationName") is not { } name
            || !Things.IsNamed(name, "Microsoft.Exchange"))
        {
            throw new PlayedErrorException(SessionErrors.NoEndpoint(url));
        }

        var session = world.Sessions.Open(address.Host);
        return PlayedAnswer.Of(Things.Of(
            "System.Management.Automation.Runspaces.PSSession",
            $"[PSSession]{session.Machine}",
            ("Id", PlayedValue.Of(world.Sessions.Opened)),
            ("Name", PlayedValue.Of($"Session{world.Sessions.Opened}")),
            ("ComputerName", PlayedValue.Of(session.Machine)),
            ("ConfigurationName", PlayedValue.Of("Microsoft.Exchange")),
            ("State", Things.Enumeration("System.Management.Automation.Runspaces.RunspaceState", "Opened", "BeforeOpen", "Opening", "Opened")),
            ("InstanceId", PlayedValue.Of(session.Id))));
    }

    private PlayedAnswer Import(PlayedCall call, Server here)
    {
        var session = Find(call.Parameters["Session"]) ?? throw new PlayedErrorException(SessionErrors.Gone);
        var edition = world.EditionOf(world.FindServer(session.Machine)!);
        var names = call.Has("CommandName") ? call.Texts("CommandName") : default;
        var path = world.SessionModules!.Write(edition, session.Machine, session.Id, names.IsDefault ? null : names, world.Rbac)
            ?? throw new PlayedErrorException(SessionErrors.NothingToImport);
        session.Modules.Enqueue(Path.GetFileNameWithoutExtension(path));
        return new PlayedAnswer([new PlayedRecord.Import(path)]);
    }

    private PlayedAnswer Close(PlayedCall call, Server here)
    {
        var closed = Sent(call.Parameters["Session"]).Select(world.Sessions.Close).OfType<PlayedSession>();
        return new PlayedAnswer([.. closed.SelectMany(session => session.Modules).Select(module => new PlayedRecord.Forget(module))]);
    }

    private PlayedAnswer Connect(PlayedCall call, Server here)
    {
        var path = world.SessionModules!.Write(world.EditionOf(here), call.Machine, session: null, cmdlets: null, world.Rbac)
            ?? throw new PlayedErrorException(SessionErrors.NothingToImport);
        return new PlayedAnswer([new PlayedRecord.Import(path)]);
    }

    private PlayedSession? Find(SentValue value) => Sent(value).Select(world.Sessions.Find).OfType<PlayedSession>().FirstOrDefault();

    private static IEnumerable<Guid> Sent(SentValue value) => value switch
    {
        SentValue.Thing thing when Guid.TryParse(thing.Find("InstanceId"), out var id) => [id],
        SentValue.Items items => items.Values.SelectMany(Sent),
        _ => [],
    };
}
