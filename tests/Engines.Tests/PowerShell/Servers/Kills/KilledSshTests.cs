using System.Diagnostics;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Engines.Tests.PowerShell.Remote;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers.Kills;

/// <summary>The ssh client is killed in the middle of a write on the far side, before the call's deed and after it.</summary>
public sealed class KilledSshTests(SshFixture fixture) : IClassFixture<SshFixture>
{
    public static TheoryData<string, string, string> Writes => GeneratedCases.ByNight
        ? new() { { "bind on Lync", Litware.Lync, "Import-CsCertificate" }, { "register on Exchange", Litware.Exchange, "New-PartnerApplication" } }
        : new() { { "bind on Lync", Litware.Lync, "Import-CsCertificate" } };

    [SkippableTheory]
    [MemberData(nameof(Writes))]
    [Trait("Size", "Nightly")]
    public async Task An_ssh_that_is_killed_leaves_nothing_undone_and_nothing_running(string name, string server, string cmdlet)
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        var write = KilledWrite.All.Single(one => one.Name == name);
        var client = fixture.Server.Client;
        foreach (var afterDeed in new[] { false, true })
        {
            await using var stage = await KillStage.SetAsync((store, servers, time) => SimulatedServers.Apart(store, servers, time, client));
            stage.World.Troubles.Expect(cmdlet, Trouble.CutOff(() => Kill(stage.Played.ProcessOf(server)), afterDeed));
            await using var engine = stage.Played.OpenEngine();

            var end = await write.ActAsync(engine.Writer, null);

            Assert.True(end.Kind == "done", $"{end} {end.Faults.FirstOrDefault()}");
            Assert.Equal(afterDeed ? 1 : 2, stage.World.Calls.Count(call => call.Cmdlet == cmdlet));
            Assert.Empty(stage.Played.LeftFiles);
            await stage.Played.CloseShellsAsync();
            await KillAssert.AllEndAsync(stage.World.Calls.Select(call => call.Process).Distinct());
        }
    }

    private static void Kill(int? id)
    {
        using var process = Process.GetProcessById(id!.Value);
        process.Kill();
    }
}
