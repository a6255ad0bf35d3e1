using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

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
        catch (GateException gate)
        {
            run.Preview.CutShort();
            throw new FaultException(secrets.Hide(gate.Fault));
        }
    }

    private async Task<PropertyMap> ProveAsync(
        ResourceType type, ResourcePlan plan, PlannedTrust planned, SecretTexts secrets, CancellationToken cancellationToken)
    {
        var notes = new StepNotes(plan.Urn, session.Environment.Plan, text => secrets.Hide(planned.Keys.Hide(text)));
        using var underWay = planned.Begin();
        try
        {
            var request = new OperationRequest(plan.Urn, $"Proving {type.Name}", secrets) { Edit = planned.Keys.Hide };
            var state = await run.Operations.RunAsync(
                _ => ValueTask.FromResult(notes.Over(planned)),
                request,
                operation => ProveAsync(type, plan, planned, notes, operation),
                cancellationToken);
            return state is null || await PlanGaps.InDocumentAsync(plan, planned, cancellationToken) is not null
                ? PropertyMap.Empty
                : Promised(type, state.Computed, planned.Keys);
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

    private async Task<ResourceState?> ProveAsync(
        ResourceType type, ResourcePlan plan, PlannedTrust planned, StepNotes notes, Operation operation)
    {
        var given = PropertyMap.Of(plan.Inputs.AsEnumerable().Where(input =>
            !input.Value.ContainsUnknown() || !type.InputsBesideTheTrust.Contains(input.Key)));
        var known = given.ContainsUnknown() ? await type.PresumeAsync(given, operation) : given;
        if (!known.ContainsUnknown())
        {
            var state = await ApplyAsync(type, plan, known, operation);
            await FollowAsync(type, plan, planned, operation);
            return state;
        }

        notes.Remark(NotKnown(known));
        if (type.ChangesServers)
        {
            var publishesWhatIsPlanned = await type.PlanKnownAsync(plan, known, planned.Engine, operation);
            planned.Leave(PlanGaps.OfUnknown(type, plan, known, publishesWhatIsPlanned));
            await new LateOperations(planned).TellAsync(type, plan, session, operation);
        }

        await type.TellUnknownAsync(plan, known, operation);
        return null;
    }

    /// <summary>What it makes of what was told before, and of the calls that work.</summary>
    private async Task FollowAsync(ResourceType type, ResourcePlan plan, PlannedTrust planned, Operation operation)
    {
        if (type.ChangesServers && plan.Installation.Find(plan.Inputs.Text(Identity.Server)) is { } server)
        {
            await planned.FollowAsync(plan.Urn, server, operation.CancellationToken);
        }

        await new LateOperations(planned).TellAsync(type, plan, session, operation);
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

    /// <summary>What the update will refuse too, unless an operation on the same servers that could not be applied would have made the difference.
    /// An engine that fails refuses nothing: of what it cannot read, nothing can be told.</summary>
    private async Task TellAsync(
        ResourceType type, ResourcePlan plan, PlannedTrust planned, FaultException refusal, SecretTexts secrets, CancellationToken cancellationToken)
    {
        if (refusal.Faults[0].IsOfEngine)
        {
            planned.Leave(PlanGaps.OfFailure(type, plan, refusal));
            await (planned.IsFirstFailure() ? WarnAsync(PreviewScope.CannotTell) : Task.CompletedTask);
            PreviewGate.Of(session.Installation.Proof).Open(PreviewScope.CannotTell + " " + secrets.Hide(refusal.Message));
        }
        else if (await GapBeforeAsync(type, plan, planned, refusal, cancellationToken) is { } gap)
        {
            planned.Leave(PlanGaps.After(gap, type, plan));
            var untold = secrets.Hide($"Whether the update takes this cannot be told, because {gap.Reason}");
            await session.Link.InformAsync(plan.Urn, planned.Keys.Hide($"Preview: {untold}"), cancellationToken);
            PreviewGate.Of(session.Installation.Proof).Open(planned.Keys.Hide(untold));
        }
        else
        {
            await WarnAsync("Preview: the update would be refused.");
            PreviewGate.Of(session.Installation.Proof).Fail(planned.Keys.Hide($"The update would be refused. {secrets.Hide(refusal.Message)}"));
        }

        Task WarnAsync(string what) =>
            session.Link.WarnAsync(plan.Urn, planned.Keys.Hide($"{what} {secrets.Hide(refusal.Message)}"), cancellationToken);
    }

    /// <summary>What may make the difference: a gap, or that another which holds the place is replaced as well.</summary>
    private async Task<PlanGap?> GapBeforeAsync(
        ResourceType type, ResourcePlan plan, PlannedTrust planned, FaultException refusal, CancellationToken cancellationToken) =>
        await PlanGaps.BeforeAsync(plan, planned, cancellationToken)
        ?? (refusal.Faults.All(PlanGaps.IsOfTakenPlace) && run.FindReplaced(type, type.IdOf(plan.Inputs), plan.Urn) is { } holder
            ? PlanGaps.OfReplacement(holder, type, plan)
            : null);

    private static PropertyMap Promised(ResourceType type, PropertyMap computed, PlannedKeys keys)
    {
        var showsKeys = keys.ShowIn(computed);
        return PropertyMap.Of(computed.AsEnumerable().Select(output => KeyValuePair.Create(
            output.Key,
            keys.ShowIn(output.Value) || (showsKeys && type.DigestsOfKeys.Contains(output.Key)) ? UnknownValue.Text : output.Value)));
    }
}
