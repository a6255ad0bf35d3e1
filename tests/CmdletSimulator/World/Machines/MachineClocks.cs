using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World.Machines;

/// <summary>The time on a machine is that of the world, and not that of whoever plays it.</summary>
internal sealed class MachineClocks(WorldStore store) : INoun
{
    public void AddTo(CmdletTable table) => table.Add("Get-Date", (_, _) => PlayedAnswer.Of(PlayedValue.Local(store.Now)));
}
