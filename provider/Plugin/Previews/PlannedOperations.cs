using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Succession;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Previews;

/// <summary>Creates and updates that are only previewed: done to a copy of the trust, in the order in which they arrive.</summary>
internal sealed class PlannedOperations(ProviderSession session)
{
    /// <summary>The outputs as far as they are known before the update.</summary>
    public async Task<PropertyMap> ForeseeAsync(ResourceType type, ResourcePlan plan, ResourceSchema schema, CancellationToken cancellationToken)
    {
        var secrets = session.Secrets.In(plan.Inputs, plan.OldOutputs);
        try
        {
            var foreseen = type.Foresee(plan);
            if (await session.Preview.BeginAsync(plan.Urn, cancellationToken) is { } planned)
            {
                foreseen = foreseen.With(await ProveAsync(type, plan, planned, secrets, cancellationToken));
            }

            return Outputs.Previewed(plan.Inputs, foreseen, schema.Outputs);
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
        if (known.ContainsUnknown())
        {
            planned.Leave(GapOf(type, plan));
            return PropertyMap.Empty;
        }

        try
        {
            var state = await Operation.RunAsync(
                session,
                _ => ValueTask.FromResult<ITrustEngine>(planned.Engine),
                plan.Urn,
                $"Proving {type.Name}",
                timeoutSeconds: 0,
                secrets,
                operation => ApplyAsync(type, plan with { Inputs = known }, operation),
                cancellationToken);
            return state is null ? PropertyMap.Empty : Promised(type, state.Computed, planned.Keys);
        }
        catch (FaultException refusal) when (!cancellationToken.IsCancellationRequested && !session.Cancelled.IsCancellationRequested)
        {
            await TellAsync(type, plan, planned, secrets.Hide(refusal.Message), cancellationToken);
            return PropertyMap.Empty;
        }
    }

    private async Task<ResourceState?> ApplyAsync(ResourceType type, ResourcePlan plan, Operation operation)
    {
        if (plan.OldInputs is null)
        {
            var real = await session.OpenEngineAsync(operation.CancellationToken);
            var predecessor = await session.Predecessors.FindAsync(real, type.Name, plan.Urn, operation.CancellationToken);
            operation = operation with { Predecessor = predecessor };
            operation = operation with { Adoptable = await Adoptions.FindAsync(type, plan.Inputs, operation) };
        }

        return await type.PlanAsync(plan, operation);
    }

    /// <summary>What the update will refuse too, unless an operation that could not be applied would have made the difference.</summary>
    private async Task TellAsync(ResourceType type, ResourcePlan plan, PlannedTrust planned, string refusal, CancellationToken cancellationToken)
    {
        if (planned.HasGaps)
        {
            planned.Leave(GapOf(type, plan));
            return;
        }

        await session.Link.WarnAsync(plan.Urn, planned.Keys.Hide($"Preview: the update would be refused. {refusal}"), cancellationToken);
    }

    private static PropertyMap Promised(ResourceType type, PropertyMap computed, PlannedKeys keys)
    {
        var showsKeys = keys.ShowIn(computed);
        return PropertyMap.Of(computed.AsEnumerable().Select(output => KeyValuePair.Create(
            output.Key,
            keys.ShowIn(output.Value) || (showsKeys && type.DigestsOfKeys.Contains(output.Key)) ? UnknownValue.Text : output.Value)));
    }

    /// <summary>A token server stands between others: what is not known of it is not known of any call.</summary>
    private PlanGap GapOf(ResourceType type, ResourcePlan plan)
    {
        var server = session.Installation.Find(plan.Inputs.Text("server"));
        return new PlanGap(
            server is { Product: ServerProduct.TokenServer } ? null : server?.Fqdn, $"{type.Name} \"{PackageTokens.NameOf(plan.Urn)}\"");
    }
}
