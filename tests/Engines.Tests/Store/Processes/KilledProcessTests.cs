using System.Diagnostics;

namespace PartnerTrust.Engines.Tests.Store.Processes;

/// <summary>A process that dies in the middle of a write: what it had reported is there, what it had begun is there whole or not at all.</summary>
public sealed class KilledProcessTests
{
    [Fact]
    public async Task Nothing_is_lost_or_half_done_by_a_process_killed_at_50_points_of_its_writes()
    {
        await Task.WhenAll(
            KillAtStatementsAsync(Enumerable.Range(1, 34).Where(statement => statement % 2 == 0)),
            KillAtStatementsAsync(Enumerable.Range(1, 34).Where(statement => statement % 2 == 1)),
            KillFromOutsideAsync(Enumerable.Range(1, 16)));
    }

    private static async Task KillAtStatementsAsync(IEnumerable<int> statements)
    {
        using var victim = new Victim();
        foreach (var statement in statements)
        {
            using var writer = victim.Start(statement);
            await victim.CheckAfterAsync(await victim.LastReportedAsync(writer));
        }
    }

    /// <summary>A different fraction of a transaction later each time: also in the middle of a commit.</summary>
    private static async Task KillFromOutsideAsync(IEnumerable<int> transactions)
    {
        using var victim = new Victim();
        foreach (var count in transactions)
        {
            using var writer = victim.Start(int.MaxValue);
            for (var line = 0; line < count; line++)
            {
                await writer.StandardOutput.ReadLineAsync();
            }

            var until = Stopwatch.GetTimestamp() + (Stopwatch.Frequency * count / 10_000);
            SpinWait.SpinUntil(() => Stopwatch.GetTimestamp() >= until);
            writer.Kill();
            await victim.CheckAfterAsync(Math.Max(victim.Next + count - 1, await victim.LastReportedAsync(writer)));
        }
    }
}
