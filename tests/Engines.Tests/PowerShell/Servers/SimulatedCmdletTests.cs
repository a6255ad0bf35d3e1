using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Testing;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers;

public sealed class SimulatedCmdletTests
{
    /// <summary>What the shell itself answers, on any machine.</summary>
    private static readonly string[] OfTheShell = ["Import-Module", "Get-Command", "Get-Date", SessionCmdlets.ExchangeScript];

    [Fact]
    public async Task Every_cmdlet_that_the_engine_may_run_is_answered_by_the_simulated_world()
    {
        await using var engine = MemoryEngine.Of([Estate.Lync, Estate.Exchange], [Estate.Ken], TimeProvider.System);
        AllowedCmdlet[] allowed =
            [.. AllowedCmdlets.All, .. SessionCmdlets.Table, .. RestartCmdlets.Table, .. TestCmdlets.Lync, .. TestCmdlets.Exchange];

        var world = new SimulatedWorld(engine, TimeProvider.System);

        Assert.Empty(allowed.Select(cmdlet => cmdlet.Name).Except(OfTheShell).Except(world.Cmdlets));
    }
}
