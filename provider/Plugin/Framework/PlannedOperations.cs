using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Framework;

/// <summary>Creates and updates that are only previewed: done to a copy of the trust, in the order in which they arrive.</summary>
internal sealed class PlannedOperations(ProgramRun run)
{
    private readonly ProviderSession session = run.Session;

    /// <summary>The outputs as far as they are known before the update.</summary>
    public async Task<PropertyMap> PreviewAsync(ResourceType type, ResourcePlan plan, ResourceSchema schema, CancellationToken cancellationToken)
    {
        var secrets = session.Secrets.In(plan.Inputs, plan.OldOutputs);
        try
        {
            var outputs = type.PreviewOutputs(plan);
            if (await run.Preview.BeginAsync(plan.Urn, cancellationToken) is { } planned)
            {
                outputs = outputs.With(await ProveAsync(type, plan, planned, secrets, cancellationToken));
            }

            return Outputs.Previewed(plan.Inputs, outputs, schema.Outputs);
        }
        catch (FaultException refusal)
        {
            throw new FaultException(secrets.Hide(refusal.Faults));
        }
    }

    private async Task<PropertyMap> ProveAsync(
        ResourceType type, ResourcePlan plan, PlannedTrust planned, SecretTexts secrets, CancellationToken cancellationToken)
    {
        var known = PropertyMap.Of(plan.Inputs.AsEnumerable().Where(input =>
            !input.Value.ContainsUnknown() || !type.InputsBesideTheTrust.Contains(input.Key)));
        var notes = new StepNotes(plan.Urn, session.Environment.Plan, text => secrets.Hide(planned.Keys.Hide(text)));
        try
        {
            if (known.ContainsUnknown())
            {
                planned.Leave(GapOf(type, plan));
                notes.Remark(NotKnown(known));
                return PropertyMap.Empty;
            }

            var request = new OperationRequest(plan.Urn, $"Proving {type.Name}", secrets) { Edit = planned.Keys.Hide };
            var state = await run.Operations.RunAsync(
                _ => ValueTask.FromResult(notes.Over(planned)),
                request,
                operation => ApplyAsync(type, plan, known, operation),
                cancellationToken);
            return state is null ? PropertyMap.Empty : Promised(type, state.Computed, planned.Keys);
        }
        catch (FaultException refusal) when (!cancellationToken.IsCancellationRequested && !session.Cancelled.IsCancellationRequested)
        {
            notes.Remark(refusal.Message);
            await TellAsync(type, plan, planned, refusal, secrets, cancellationToken);
            return PropertyMap.Empty;
        }
        finally
        {
            notes.End();
        }
    }

    private static string NotKnown(PropertyMap inputs) =>
        "What this runs is not known before the update: it depends on what other resources will be ("
        + $"{string.Join(", ", inputs.AsEnumerable().Where(input => input.Value.ContainsUnknown()).Select(input => input.Key))}).";

    private async Task<ResourceState?> ApplyAsync(ResourceType type, ResourcePlan plan, PropertyMap known, Operation operation)
    {
        var creation = plan.OldInputs is null
            ? await new CreationPreparation(run).PrepareAsync(type, known, operation)
            : new ResourceCreation(known);
        return await type.PlanAsync(plan with { Creation = creation }, operation);
    }

    /// <summary>What the update will refuse too, unless an operation that could not be applied would have made the difference. An engine that fails
    /// refuses nothing: of what it cannot read, nothing can be told.</summary>
    private async Task TellAsync(
        ResourceType type, ResourcePlan plan, PlannedTrust planned, FaultException refusal, SecretTexts secrets, CancellationToken cancellationToken)
    {
        var failsOfItself = refusal.Faults[0].IsOfEngine;
        var isUntold = failsOfItself ? planned.IsFirstFailure() : !planned.HasGaps;
        if (failsOfItself || planned.HasGaps)
        {
            planned.Leave(GapOf(type, plan));
        }

        if (isUntold)
        {
            var what = failsOfItself ? PreviewScope.CannotTell : "Preview: the update would be refused.";
            await session.Link.WarnAsync(plan.Urn, planned.Keys.Hide($"{what} {secrets.Hide(refusal.Message)}"), cancellationToken);
        }
    }

    private static PropertyMap Promised(ResourceType type, PropertyMap computed, PlannedKeys keys)
    {
        var showsKeys = keys.ShowIn(computed);
        return PropertyMap.Of(computed.AsEnumerable().Select(output => KeyValuePair.Create(
            output.Key,
            keys.ShowIn(output.Value) || (showsKeys && type.DigestsOfKeys.Contains(output.Key)) ? UnknownValue.Text : output.Value)));
    }

    /// <summary>An authorization server stands between others: what is not known of it is not known of any call.</summary>
    private PlanGap GapOf(ResourceType type, ResourcePlan plan)
    {
        var server = session.Installation.Find(plan.Inputs.Text(Identity.Server));
        return new PlanGap(
            server is { Product: ServerProduct.TokenServer } ? null : server?.Fqdn, $"{type.Name} \"{PackageTokens.NameOf(plan.Urn)}\"");
    }
}
