using System.Collections.Immutable;
using PartnerTrust.Deployment.Plugins;
using PartnerTrust.Deployment.State;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Deployment.Steps;

/// <summary>Asks the provider what a resource looks like now, and says how that differs from the state.</summary>
internal sealed class Refreshing(DeploymentRun run)
{
    /// <summary>The slot as it is now, or null when the resource is gone.</summary>
    public async Task<Slot?> RefreshAsync(Slot slot, Provider provider, bool reportSame)
    {
        var old = slot.State;
        var started = run.Time.GetTimestamp();
        ResourceAnswer found;
        try
        {
            found = await provider.ReadAsync(old.Urn, old.Id, old.Inputs, old.Outputs, old.Timeouts.Read, run.Hard);
        }
        catch (Exception problem)
        {
            run.Report(StepOperation.Refresh, old, old, started: started, error: problem.Message);
            throw;
        }

        if (found.IsGone)
        {
            run.Journal.Remove(slot);
            run.Report(StepOperation.Delete, old, null, started: started);
            return null;
        }

        foreach (var reason in found.Failure)
        {
            run.Log.Warn(old.Urn, reason);
        }

        return await RecordAsync(slot, found, provider, started, reportSame);
    }

    private async Task<Slot> RecordAsync(Slot slot, ResourceAnswer found, Provider provider, long started, bool reportSame)
    {
        var old = slot.State;
        var now = old with
        {
            Id = found.Id,
            Inputs = found.Inputs ?? old.Inputs,
            Outputs = CustomSteps.MarkSecrets(found.Outputs, old),
            RefreshBeforeUpdate = found.RefreshBeforeUpdate,
            InitErrors = found.Failure,
        };
        var differs = !now.Outputs.Equals(old.Outputs) || !now.Inputs.Equals(old.Inputs);
        if (differs)
        {
            now = now with { Modified = run.Time.GetUtcNow() };
        }

        slot = run.Journal.Change(slot, now);
        if (differs)
        {
            var diff = await CompareAsync(old, now, provider);
            run.Report(StepOperation.Refresh, old, now, diff, started);
        }
        else if (reportSame)
        {
            run.Report(StepOperation.Same, old, now, started: started);
        }

        return slot;
    }

    /// <summary>The provider is asked what an update without any change of the program would do, and that is turned round. Outputs that no input
    /// decides are no business of such an update, so they are compared here, but for those that the engine shows to nobody.</summary>
    private async Task<DiffAnswer> CompareAsync(ResourceState old, ResourceState now, Provider provider)
    {
        var diff = old.External ? DiffAnswer.Unknown : await provider.DiffAsync(now, old.Inputs, old.IgnoreChanges, run.Hard);
        var changes = diff.Details.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Invert(), StringComparer.Ordinal).ToBuilder();
        foreach (var (key, change) in DiffReader.ByInputs(old.Outputs, now.Outputs, []).Where(output => !IsInternal(output.Key)))
        {
            if (!changes.Keys.Any(
                path => path == key || path.StartsWith(key + ".", StringComparison.Ordinal) || path.StartsWith(key + "[", StringComparison.Ordinal)))
            {
                changes[key] = change with { InputDiff = false };
            }
        }

        return diff with { Changes = DiffResponse.Types.DiffChanges.DiffSome, Details = changes.ToImmutable() };
    }

    private static bool IsInternal(string key) => key.StartsWith("__", StringComparison.Ordinal);
}
