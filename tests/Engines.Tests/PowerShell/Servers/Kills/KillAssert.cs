using System.Diagnostics;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.Tests.PowerShell.Administration;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers.Kills;

/// <summary>What must hold after a shell was killed in the middle of a write.</summary>
internal static class KillAssert
{
    private static readonly string[] Fqdns = [Litware.Lync, Litware.Exchange, Litware.SharePoint];

    /// <summary>So that the calls of a write are not counted with those that open a shell.</summary>
    public static async Task OpenAsync(KillStage stage)
    {
        await using var engine = stage.Played.OpenEngine();
        foreach (var server in Fqdns)
        {
            await engine.Reader.ReadAsync(new ServerQuery(server, ServerParts.Certificates), Silence.Instance, default);
        }
    }

    /// <param name="stage">The trouble is planned there.</param>
    /// <param name="write">What is to be written.</param>
    /// <param name="wanted">The world after an undisturbed run.</param>
    /// <param name="point">Where it is killed.</param>
    /// <param name="afterDeed">Whether the call that is killed had done its deed.</param>
    public static async Task HealsAsync(KillStage stage, KilledWrite write, string wanted, string point, bool afterDeed)
    {
        var first = await ActAsync(stage, write, null);
        var afterwards = await WorldText.OfAsync(stage);
        Assert.True(first.Kind != "done" || wanted == afterwards, $"{point}: done, but\n{afterwards}\nand not\n{wanted}");
        Assert.True(first.Kind == "done" || first.Faults[0].Code is "PT8015" or "PT8153" or "PT8154",
            $"{point}: {first.Kind} {first.Faults.FirstOrDefault()}");

        var second = await ActAsync(stage, write, first);

        Assert.True(second.Kind == "done", $"{point}: {second} {second.Faults.FirstOrDefault()}");
        Assert.Equal((point, wanted), (point, await WorldText.OfAsync(stage)));
        AssertNothingTwice(stage, point, afterDeed);
        await AssertNothingRunsAsync(stage);
        Assert.True(stage.Played.LeftFiles.Count == 0, $"{point}: {string.Join(' ', stage.Played.LeftFiles)}");
    }

    /// <summary>By an engine that knows nothing of those before.</summary>
    private static async Task<WriteEnd> ActAsync(KillStage stage, KilledWrite write, WriteEnd? last)
    {
        await using var engine = stage.Played.OpenEngine();
        return await write.ActAsync(engine.Writer, last);
    }

    /// <summary>What was killed before its deed is asked for a second time, and nothing else is.</summary>
    private static void AssertNothingTwice(KillStage stage, string point, bool afterDeed)
    {
        var again = stage.World.Calls.Where(call => IsWrite(call) && !KilledWrite.Repeatable.Contains(call.Cmdlet))
            .GroupBy(TextOf).Where(same => same.Count() > 1).Select(same => $"{same.Count()} x {same.Key}").ToList();
        Assert.True(again.Count == 0 || (!afterDeed && again is [['2', ..]]), $"{point}: {string.Join('\n', again)}");
    }

    /// <summary>Of the shells that were used none but those that are open.</summary>
    private static async Task AssertNothingRunsAsync(KillStage stage)
    {
        var open = Fqdns.Select(stage.Played.ProcessOf).ToHashSet();
        await AllEndAsync(stage.World.Calls.Select(call => call.Process).Distinct().Where(id => !open.Contains(id)));
    }

    public static Task AllEndAsync(IEnumerable<int> processes) => Task.WhenAll(processes.Select(EndsAsync));

    private static async Task EndsAsync(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (ArgumentException)
        {
            // It has ended.
        }
    }

    private static bool IsWrite(PlayedCall call) => AllowedCmdlets.Find(call.Cmdlet) is { Effect: CmdletEffect.Writes };

    private static string TextOf(PlayedCall call) => $"{call.Cmdlet} {call.Set} {string.Join(
        ' ', call.Parameters.Where(parameter => parameter.Key is not ("Password" or "FileData" or "Path"))
            .OrderBy(parameter => parameter.Key).Select(parameter => $"-{parameter.Key} {parameter.Value}"))}";
}
