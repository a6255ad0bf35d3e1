using PartnerTrust.Deployment.Plugins;
using PartnerTrust.Deployment.State;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Deployment.Registrations;

/// <summary>Reasons to replace about which the provider is not asked.</summary>
internal sealed class ForcedReplacement(DeploymentRun run)
{
    public async Task<DiffAnswer?> FindAsync(Goal goal, ResourceState state, ResourceState old, Provider provider)
    {
        var reason = run.Options.Replaces.Contains(state.Urn) ? "id"
            : goal.ReplaceWith.Any(run.IsReplaced) ? "replaceWith"
            : goal.DeletedWith.Length > 0 && run.IsReplaced(goal.DeletedWith) ? "deletedWith"
            : await ProviderChangedAsync(state, old, provider) ? "provider"
            : TriggerChanged(state, old) ? "replacementTrigger"
            : null;
        return reason is null ? null : DiffAnswer.Unknown with { Changes = DiffResponse.Types.DiffChanges.DiffSome, Replaces = [reason] };
    }

    private static bool TriggerChanged(ResourceState state, ResourceState old) =>
        old.ReplacementTrigger is not null && state.ReplacementTrigger is not null && !state.ReplacementTrigger.Equals(old.ReplacementTrigger);

    /// <summary>Two default providers differ as their settings do; any other change of provider is one of place.</summary>
    private async Task<bool> ProviderChangedAsync(ResourceState state, ResourceState old, Provider provider)
    {
        if (state.Provider == old.Provider || old.Provider.Length == 0)
        {
            return false;
        }

        var (oldUrn, oldId) = Urns.OfReference(old.Provider);
        var (newUrn, _) = Urns.OfReference(state.Provider);
        if (!IsDefault(oldUrn) || !IsDefault(newUrn))
        {
            return true;
        }

        var before = run.Journal.Before.Select(slot => slot.State).FirstOrDefault(candidate => candidate.Urn == oldUrn && candidate.Id == oldId);
        if (before is null || !run.Registered.TryGetValue(newUrn, out var after))
        {
            return false;
        }

        var diff = await ProviderConfiguration
            .DiffAsync(provider.Connection, newUrn, oldId, before.Inputs, before.Outputs, after.State.Inputs, run.Hard);
        return diff.IsReplacement;
    }

    private static bool IsDefault(string urn) => Urns.Name(urn) == "default" || Urns.Name(urn).StartsWith("default_", StringComparison.Ordinal);
}
