using PartnerTrust.Deployment.Programs;
using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.Deployment.Operations;

/// <summary>Preview and update: the program says what it wants, then what it no longer mentions is deleted.</summary>
internal sealed class ProgramOperation(DeploymentRun run, IProgram program)
{
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(10);

    public Task RunAsync() => Session.RunAsync(run, async monitor =>
    {
        await new FirstRefresh(run).RunAsync();
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(run.Hard);
        using var patience = run.Stopping.Register(() => kill.CancelAfter(ExitLimit));
        var running = program.RunAsync(run, kill.Token);
        await Task.WhenAny(running, monitor.Signalled);
        await run.SettleAsync();

        var isComplete = monitor.Signalled.IsCompleted || (running.IsCompletedSuccessfully && running.Result == 0);
        if (isComplete && !run.Stopping.IsCancellationRequested)
        {
            await DeleteLeftoversAsync();
        }

        monitor.Finish();

        var code = await running;
        await run.SettleAsync();
        if (code != 0 && !run.HasFailed)
        {
            run.Fail("", code == 32 && run.Log.HasErrors ? "the program failed" : $"the program exited with code {code}");
        }
    });

    private async Task DeleteLeftoversAsync()
    {
        var before = run.Journal.Before.Select(slot => slot.Key).ToHashSet();
        var leftovers = run.Journal.Current.Where(slot => before.Contains(slot.Key) && run.Options.Allows(slot.State.Urn)).ToList();
        try
        {
            await new Deletions(run).DeleteAsync(leftovers);
        }
        catch (DeploymentException problem)
        {
            run.Fail("", problem.Message);
        }
    }
}
