using PartnerTrust.Deployment.State;

namespace PartnerTrust.Deployment.Steps;

/// <summary>Reads the resources whose providers asked for it, once, before the program says anything (pulumi-protocol.md 7.2): what the update
/// itself changes later is not in there.</summary>
internal sealed class FirstRefresh(DeploymentRun run)
{
    private readonly Refreshing refreshing = new(run);

    public async Task RunAsync()
    {
        foreach (var slot in run.Olds.Values.Where(IsAskedFor).ToList())
        {
            var provider = await run.Providers.GetAsync(slot.State.Provider);
            run.Renew(slot.State.Urn, await refreshing.RefreshAsync(slot, provider, reportSame: false));
        }
    }

    private bool IsAskedFor(Slot slot) =>
        slot.State is { RefreshBeforeUpdate: true, External: false, PendingReplacement: false } && run.Options.Allows(slot.State.Urn);
}
