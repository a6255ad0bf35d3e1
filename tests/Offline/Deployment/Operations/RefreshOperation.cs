using Grpc.Core;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.Deployment.Operations;

/// <summary>Brings the state up to date with what the providers find, without the program.</summary>
internal sealed class RefreshOperation(DeploymentRun run)
{
    private readonly Refreshing refreshing = new(run);

    public Task RunAsync() => Session.RunAsync(run, async _ =>
    {
        run.Journal.DropUnfinished(creationsToo: true);
        await RefreshAsync();
    });

    private Task RefreshAsync() => Task.WhenAll(run.Journal.Before.Select(slot =>
        slot.State is { Custom: true, IsProvider: false, Delete: false, PendingReplacement: false } && run.Options.Allows(slot.State.Urn)
            ? RefreshAsync(slot)
            : KeepAsync(slot)));

    private Task KeepAsync(Slot slot)
    {
        if (!slot.State.IsProvider)
        {
            run.Report(StepOperation.Same, slot.State, slot.State);
        }

        return Task.CompletedTask;
    }

    private async Task RefreshAsync(Slot slot)
    {
        try
        {
            var provider = await run.Providers.GetAsync(slot.State.Provider);
            using var place = await run.EnterAsync();
            if (run.Stopping.IsCancellationRequested)
            {
                return;
            }

            await refreshing.RefreshAsync(slot, provider, reportSame: true);
        }
        catch (Exception problem) when (problem is RpcException or DeploymentException)
        {
            run.Fail(slot.State.Urn, problem.Message);
        }
    }
}
