using Grpc.Core;
using PartnerTrust.Deployment.State;

namespace PartnerTrust.Deployment.Steps;

/// <summary>Deletes what a program no longer wants, dependents first.</summary>
internal sealed class Deletions(DeploymentRun run)
{
    private readonly CustomSteps steps = new(run);

    public async Task DeleteAsync(IReadOnlyList<Slot> slots)
    {
        RefuseProtected(slots);
        foreach (var wave in DeletionPlan.Waves(slots))
        {
            if (run.Stopping.IsCancellationRequested)
            {
                return;
            }

            await Task.WhenAll(wave.Select(slot => DeleteAsync(slot, slots)));
        }
    }

    private static void RefuseProtected(IReadOnlyList<Slot> slots)
    {
        if (slots.FirstOrDefault(slot => slot.State is { Protect: true, Delete: false }) is { } kept)
        {
            throw new DeploymentException($"resource \"{kept.State.Urn}\" cannot be deleted because it is protected: unprotect it first");
        }
    }

    private async Task DeleteAsync(Slot slot, IReadOnlyList<Slot> all)
    {
        using var place = await run.EnterAsync();
        if (run.Stopping.IsCancellationRequested)
        {
            return;
        }

        var goesWithAnother = slot.State.DeletedWith.Length > 0 && all.Any(other => other.State.Urn == slot.State.DeletedWith);
        var effective = goesWithAnother ? slot with { State = slot.State with { RetainOnDelete = true } } : slot;
        var operation = slot.State.Delete || slot.State.PendingReplacement ? StepOperation.DeleteReplaced : StepOperation.Delete;
        try
        {
            await steps.DeleteAsync(effective, operation, pending => run.Journal.Remove(slot, pending));
        }
        catch (Exception problem) when (problem is RpcException or DeploymentException or OperationCanceledException)
        {
            run.Fail(slot.State.Urn, problem.Message);
        }
    }
}
