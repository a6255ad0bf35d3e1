using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.SharePoint;

/// <summary>The farm, its machines, and the one site that it has here.</summary>
internal sealed class Sites(SimulatedWorld world) : INoun
{
    public void AddTo(CmdletTable table) => table
        .Add("Get-SPFarm", (_, server) => PlayedAnswer.Of(Things.Of(
            "Microsoft.SharePoint.Administration.SPFarm",
            "SharePoint_Config",
            ("Name", PlayedValue.Of("SharePoint_Config")),
            ("BuildVersion", PlayedValue.Of(world.EditionOf(server).Version)))))
        .Add("Get-SPServer", Servers)
        .Add("Get-SPSite", (call, server) => Web(call, server, "Microsoft.SharePoint.SPSite"))
        .Add("Get-SPWeb", (call, server) => Web(call, server, "Microsoft.SharePoint.SPWeb"));

    private static PlayedAnswer Servers(PlayedCall call, Server server)
    {
        IReadOnlyList<string> machines = server.Members.IsEmpty ? [server.Fqdn] : server.Members;
        var found = machines.Where(machine => call.Text("Identity") is not { } identity || Things.IsNamed(machine, identity)).ToList();
        return found.Count == 0 ? throw SharePointErrors.NotFound(call.Cmdlet, call.Text("Identity")!) : PlayedAnswer.Of(found.Select(machine =>
            Things.Of(
                "Microsoft.SharePoint.Administration.SPServer",
                $"SPServer Name={machine}",
                ("Name", PlayedValue.Of(machine)),
                ("Address", PlayedValue.Of(machine)),
                ("Role", PlayedValue.Of("SingleServerFarm")),
                ("Status", PlayedValue.Of("Online")))));
    }

    private static PlayedAnswer Web(PlayedCall call, Server server, string type)
    {
        var root = $"https://{server.Fqdn}";
        return call.Text("Identity") is { } identity && !Things.IsNamed(identity.TrimEnd('/'), root)
            ? throw SharePointErrors.NotFound(call.Cmdlet, identity)
            : PlayedAnswer.Of(Things.Of(type, root, ("Url", PlayedValue.Of(root)), ("Title", PlayedValue.Of("Home"))));
    }
}
