using PartnerTrust.Deployment.Plugins;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Deployment.Registrations;

/// <summary>The <c>import</c> option: read by id, checked against the program, changed if the program wants it otherwise.</summary>
internal sealed class ImportRegistration(DeploymentRun run)
{
    private readonly CustomSteps steps = new(run);

    public async Task<Slot> ImportAsync(Goal goal, ResourceState state, Slot? old, Provider provider)
    {
        var started = run.Time.GetTimestamp();
        var found = await provider.ReadAsync(state.Urn, goal.ImportId, null, null, state.Timeouts.Read, run.Hard);
        if (found.IsGone)
        {
            throw new DeploymentException($"resource '{goal.ImportId}' does not exist");
        }

        if (found.Inputs is null)
        {
            throw new DeploymentException($"the provider of {state.Type} does not support importing resources");
        }

        var news = goal.IgnoreChanges.Aggregate(goal.Inputs, (inputs, path) => Paths.Reset(inputs, found.Inputs, path));
        var imported = state with
        {
            Id = found.Id,
            Inputs = found.Inputs,
            Outputs = CustomSteps.MarkSecrets(found.Outputs, state),
            RefreshBeforeUpdate = found.RefreshBeforeUpdate,
            InitErrors = found.Failure,
        };
        var wanted = imported with { Inputs = await CustomRegistration.CheckAsync(run, provider, state, found.Inputs, news) };
        var diff = await provider.DiffAsync(imported, wanted.Inputs, goal.IgnoreChanges, run.Hard);
        var isSame = diff.Changes == DiffResponse.Types.DiffChanges.DiffNone;

        var recorded = isSame ? wanted : imported;
        var slot = old is null || old.State.External ? run.Journal.Add(recorded, old) : run.Journal.AddReplacing(recorded, old);
        run.Report(old is null ? StepOperation.Import : StepOperation.ImportReplacement, old?.State, recorded, diff, started);
        if (isSame)
        {
            return slot;
        }

        return diff.IsReplacement
            ? throw new DeploymentException(
                $"inputs to import do not match the existing resource: {string.Join(", ", diff.Details.Keys)} would replace it")
            : await steps.UpdateAsync(wanted, slot, provider, diff);
    }
}
