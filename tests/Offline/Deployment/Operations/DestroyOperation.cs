using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.Deployment.Operations;

/// <summary>Deletes everything, or the targets and what depends on them.</summary>
internal sealed class DestroyOperation(DeploymentRun run)
{
    public Task RunAsync() => Session.RunAsync(run, _ =>
    {
        run.Log.OldOutputs = run.Journal.Before.FirstOrDefault(slot => slot.State.Type == Urns.StackType)?.State.Outputs ?? run.Log.OldOutputs;
        var doomed = Doomed();
        return new Deletions(run).DeleteAsync([.. run.Journal.Before.Where(slot => doomed.Contains(slot.State.Urn))]);
    });

    private HashSet<string> Doomed()
    {
        if (run.Options.Targets.Count == 0)
        {
            return [.. run.Journal.Before.Select(slot => slot.State.Urn)];
        }

        var doomed = new HashSet<string>(run.Options.Targets);
        foreach (var slot in run.Journal.Before)
        {
            if (slot.State.References().Any(doomed.Contains))
            {
                doomed.Add(slot.State.Urn);
            }
        }

        return doomed;
    }
}
