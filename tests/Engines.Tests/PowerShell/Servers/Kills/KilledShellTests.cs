using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Engines.PowerShell.Cmdlets;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers.Kills;

/// <summary>Real shells that are killed in the middle of a write: by day at each call that writes, now before its deed and now after it; by night
/// at all calls, both before and after. Whatever the write answers is true, and the next update leads to what an undisturbed one does.</summary>
public sealed class KilledShellTests
{
    private static readonly bool[] Both = [false, true];
    private static readonly KilledWrite[] Writes = [.. KilledWrite.All.Where(write => GeneratedCases.ByNight || !write.IsForTheNight)];

    public static TheoryData<string> Names => [.. Writes.Select(write => write.Name)];

    [Fact]
    public void There_are_enough_places_to_be_killed_at() =>
        Assert.InRange(Writes.Sum(write => write.Calls) * (GeneratedCases.ByNight ? 2 : 1), GeneratedCases.Number(20, byNight: 50), int.MaxValue);

    [SkippableTheory]
    [MemberData(nameof(Names))]
    [Trait("Size", "Nightly")]
    public async Task A_shell_that_is_killed_leaves_nothing_undone_and_nothing_twice(string name)
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        var write = Writes.Single(one => one.Name == name);
        var (calls, wanted) = await UndisturbedAsync(write);

        foreach (var (at, call) in calls.Index().Where(call => GeneratedCases.ByNight || IsWrite(call.Item)))
        {
            foreach (var afterDeed in GeneratedCases.ByNight ? Both : [(at + name.Length) % 2 == 0])
            {
                var point = $"{name}, {(afterDeed ? "after" : "before")} call {at + 1}, {call.Cmdlet}";
                await using var stage = await KillStage.SetAsync();
                await write.ArrangeAsync(stage);
                stage.World.Troubles.Expect("*", Trouble.Kill(afterDeed), nth: at + 1);

                await KillAssert.HealsAsync(stage, write, wanted, point, afterDeed);
            }
        }
    }

    private static async Task<(ImmutableArray<PlayedCall> Calls, string Wanted)> UndisturbedAsync(KilledWrite write)
    {
        await using var stage = await KillStage.SetAsync();
        await KillAssert.OpenAsync(stage);
        await write.ArrangeAsync(stage);
        stage.World.TakeCalls();
        await using var engine = stage.Played.OpenEngine();

        var end = await write.ActAsync(engine.Writer, null);

        Assert.True(end.Kind == "done", end.ToString());
        var calls = stage.World.TakeCalls();
        Assert.Equal(write.Calls, calls.Count(IsWrite));
        return (calls, await WorldText.OfAsync(stage));
    }

    private static bool IsWrite(PlayedCall call) => AllowedCmdlets.Find(call.Cmdlet) is { Effect: CmdletEffect.Writes };
}
