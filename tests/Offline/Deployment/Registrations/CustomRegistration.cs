using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Plugins;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Registrations;

/// <summary>What becomes of one custom resource, in the order of tests of pulumi-protocol.md 7.1.</summary>
internal sealed class CustomRegistration(DeploymentRun run, ProviderSelection selection)
{
    private readonly CustomSteps steps = new(run);
    private readonly Replacement replacement = new(run);
    private readonly ImportRegistration imports = new(run);
    private readonly ForcedReplacement forced = new(run);

    public async Task<Registered> RegisterAsync(Goal goal, string urn, Slot? old)
    {
        var oldUrn = old?.State.Urn ?? urn;
        var reference = await selection.FindAsync(goal);
        var state = goal.ToState(urn, run.Time.GetUtcNow()) with { Provider = reference };
        if (!run.Options.Allows(urn))
        {
            return Leave(goal, state, old);
        }

        var provider = await run.Providers.GetAsync(reference);
        using var place = await run.EnterAsync();
        run.ThrowIfStopping();

        var (slot, stables) = await StepAsync(goal, state, old, provider);
        return new Registered(goal, slot, slot.State) { OldUrn = oldUrn, Stables = stables };
    }

    /// <summary>Asks the provider whether the inputs are right, and takes them as it wrote them down.</summary>
    internal static async Task<PropertyMap> CheckAsync(DeploymentRun run, Provider provider, ResourceState state, PropertyMap olds, PropertyMap news)
    {
        var answer = await provider.CheckAsync(state.Urn, olds, news, run.Seed(state.Urn), run.Hard);
        if (answer.Failures.Count > 0)
        {
            var name = Urns.Name(state.Urn);
            throw new DeploymentException(string.Join(
                Environment.NewLine, answer.Failures.Select(failure => EngineText.Of(failure, state.Type, name, news))));
        }

        return answer.Inputs.WithSecretsOf(news);
    }

    private async Task<(Slot Slot, IReadOnlyList<string> Stables)> StepAsync(Goal goal, ResourceState state, Slot? old, Provider provider)
    {
        if (goal.ImportId.Length > 0 && (old is null || old.State.External || old.State.Id != goal.ImportId))
        {
            return (await imports.ImportAsync(goal, state, old, provider), []);
        }

        var isGone = old is not null && (old.State.PendingReplacement || run.DeletedAhead.ContainsKey(old.State.Urn));
        if (old is not null)
        {
            old = Rename(old, state);
        }

        var news = old is null
            ? goal.Inputs
            : goal.IgnoreChanges.Aggregate(goal.Inputs, (inputs, path) => Paths.Reset(inputs, old.State.Inputs, path));
        var olds = old is null || isGone || run.Options.Replaces.Contains(state.Urn) ? PropertyMap.Empty : old.State.Inputs;
        state = state with { Inputs = await CheckAsync(run, provider, state, olds, news) };

        if (old is null)
        {
            return (await steps.CreateAsync(StepOperation.Create, state, provider, null, null, null), []);
        }

        if (isGone || old.State.External)
        {
            run.MarkReplaced(state.Urn);
            return (await steps.CreateAsync(StepOperation.CreateReplacement, state, provider, old, null, null), []);
        }

        return await ChangeAsync(goal, state, news, old, provider);
    }

    /// <summary>Providers know a resource only by the name that it has now.</summary>
    private static Slot Rename(Slot old, ResourceState state) => old with { State = old.State with { Urn = state.Urn, Type = state.Type } };

    private async Task<(Slot Slot, IReadOnlyList<string> Stables)> ChangeAsync(
        Goal goal, ResourceState state, PropertyMap news, Slot old, Provider provider)
    {
        var diff = await forced.FindAsync(goal, state, old.State, provider)
            ?? ReplaceOn(goal, await provider.DiffAsync(old.State, state.Inputs, goal.IgnoreChanges, run.Hard));
        if (diff.IsReplacement)
        {
            var fresh = run.Options.Replaces.Contains(state.Urn)
                ? state
                : state with { Inputs = await CheckAsync(run, provider, state, PropertyMap.Empty, news) };
            return (await replacement.ReplaceAsync(fresh, old, provider, diff, goal.DeleteBeforeReplace ?? diff.DeleteBeforeReplace), []);
        }

        if (diff.Changes == DiffResponse.Types.DiffChanges.DiffNone && old.State.InitErrors.IsEmpty)
        {
            return (steps.Same(state, old), diff.Stables);
        }

        return (await steps.UpdateAsync(state, old, provider, diff), diff.Stables);
    }

    private static DiffAnswer ReplaceOn(Goal goal, DiffAnswer diff)
    {
        if (goal.ReplaceOnChanges.IsEmpty)
        {
            return diff;
        }

        var details = diff.Details.ToBuilder();
        foreach (var (path, change) in diff.Details.Where(entry => goal.ReplaceOnChanges.Any(pattern => Paths.Covers(pattern, entry.Key))))
        {
            details[path] = change.AsReplacement();
        }

        return diff with { Details = details.ToImmutable() };
    }

    /// <summary>Outside the targets nothing is asked and nothing changes; what does not exist stays away.</summary>
    private Registered Leave(Goal goal, ResourceState state, Slot? old)
    {
        if (old is null)
        {
            return new Registered(goal, null, state with { Outputs = goal.Inputs });
        }

        var slot = run.Journal.Add(old.State with { Urn = state.Urn }, old);
        run.Report(StepOperation.Same, old.State, slot.State);
        return new Registered(goal, slot, slot.State) { OldUrn = old.State.Urn };
    }
}
