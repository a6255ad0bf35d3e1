using PartnerTrust.Deployment.Plugins;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Registrations;

/// <summary>Replaces a resource: the new one first and the old one after the program, or the old one and what hangs on it first.</summary>
internal sealed class Replacement(DeploymentRun run)
{
    private readonly CustomSteps steps = new(run);

    public async Task<Slot> ReplaceAsync(ResourceState state, Slot old, Provider provider, DiffAnswer diff, bool deleteFirst)
    {
        if (old.State.Protect && state.Protect)
        {
            throw new DeploymentException($"unable to replace resource \"{state.Urn}\" as it is currently marked for protection: unprotect it first");
        }

        run.MarkReplaced(state.Urn);
        run.MarkReplaced(old.State.Urn);
        run.Report(StepOperation.Replace, old.State, state, diff);
        if (!deleteFirst)
        {
            return await steps.CreateAsync(StepOperation.CreateReplacement, state, provider, null, old, diff);
        }

        foreach (var dependent in await DependentsAsync(old.State))
        {
            await DeleteAheadAsync(dependent);
        }

        old = await DeleteAheadAsync(old);
        return await steps.CreateAsync(StepOperation.CreateReplacement, state, provider, old, null, diff);
    }

    private async Task<Slot> DeleteAheadAsync(Slot slot)
    {
        if (slot.State.Protect && !run.IsReplaced(slot.State.Urn))
        {
            throw new DeploymentException(
                $"unable to delete resource \"{slot.State.Urn}\" as it is currently marked for protection: unprotect it first");
        }

        var deleted = slot;
        await steps.DeleteAsync(slot, StepOperation.DeleteReplaced, pending =>
            deleted = run.Journal.Change(slot, slot.State with { PendingReplacement = true }, pending));
        run.DeletedAhead[slot.State.Urn] = 0;
        return deleted;
    }

    /// <summary>What must go before: the resources that would be replaced if what they use of this one were not known. Last made, first
    /// deleted.</summary>
    private async Task<IReadOnlyList<Slot>> DependentsAsync(ResourceState root)
    {
        var replaced = new HashSet<string> { root.Urn };
        var dependents = new List<Slot>();
        foreach (var slot in run.Journal.Current.Where(slot => IsWaiting(slot.State)))
        {
            if (!await MustGoAsync(slot.State, replaced))
            {
                continue;
            }

            replaced.Add(slot.State.Urn);
            dependents.Insert(0, slot);
        }

        return dependents;
    }

    private bool IsWaiting(ResourceState state) =>
        state is { Custom: true, IsProvider: false, External: false, Delete: false, PendingReplacement: false }
            && !run.Registered.ContainsKey(state.Urn);

    private async Task<bool> MustGoAsync(ResourceState state, HashSet<string> replaced)
    {
        if (state.Provider.Length > 0 && replaced.Contains(Urns.OfReference(state.Provider).Urn))
        {
            return true;
        }

        var affected = state.PropertyDependencies.Where(entry => entry.Value.Any(replaced.Contains) && state.Inputs.ContainsKey(entry.Key))
            .Select(entry => entry.Key).ToList();
        if (affected.Count == 0)
        {
            return false;
        }

        var inputs = affected.Aggregate(state.Inputs, (map, key) => map.Set(key, UnknownValue.Text));
        var provider = await run.Providers.GetAsync(state.Provider);
        return (await provider.DiffAsync(state, inputs, [], run.Hard)).IsReplacement;
    }
}
