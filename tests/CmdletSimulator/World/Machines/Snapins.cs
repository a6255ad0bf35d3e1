using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Machines;

/// <summary>The snap-in of SharePoint 2013 to 2019 (powershell.md 7). Exchange's is not to be had: it is not supported.</summary>
internal sealed class Snapins(SimulatedWorld world) : INoun
{
    public void AddTo(CmdletTable table) => table.Add("Add-PSSnapin", Add);

    private PlayedAnswer Add(PlayedCall call, Server server)
    {
        var name = call.Texts("Name") is [var only] ? only : string.Join(", ", call.Texts("Name"));
        if (server.Product != ServerProduct.SharePointServer || !Things.IsNamed(name, "Microsoft.SharePoint.PowerShell"))
        {
            throw new PlayedErrorException(new PlayedError(
                "AddPSSnapInRead,Microsoft.PowerShell.Commands.AddPSSnapinCommand",
                "InvalidArgument",
                "PSArgumentException",
                ["System.Management.Automation.PSArgumentException"],
                $"The Windows PowerShell snap-in '{name}' is not installed on this computer.")
            { Target = name, IsTerminating = false });
        }

        var path = world.SessionModules!.Write(world.EditionOf(server), call.Machine, session: null, cmdlets: null, world.Rbac)
            ?? throw new PlayedErrorException(WorldErrors.Unplayed("The release has no cmdlets."));
        return new PlayedAnswer([new PlayedRecord.Import(path)]);
    }
}
