using System.Collections.Immutable;
using Grpc.Core;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Plugins;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Registrations;

/// <summary>Components: a program's own, which only have a place in the tree, and those that a provider constructs.</summary>
internal sealed class ComponentRegistration(DeploymentRun run, ProviderSelection selection)
{
    public Registered Register(Goal goal, string urn, Slot? old)
    {
        var state = goal.ToState(urn, run.Time.GetUtcNow()) with
        {
            Outputs = old?.State.Outputs ?? PropertyMap.Empty,
            Created = old?.State.Created ?? run.Time.GetUtcNow(),
            Modified = old?.State.Modified ?? run.Time.GetUtcNow(),
        };
        if (goal.Type == Urns.StackType)
        {
            run.Log.OldOutputs = state.Outputs;
        }

        run.Report(old is null ? StepOperation.Create : StepOperation.Same, old?.State, state);
        return new Registered(goal, run.Journal.Add(state, old), state) { OldUrn = old?.State.Urn ?? urn };
    }

    /// <summary>A component's outputs replace those of the last run; the stack's are shown at the end.</summary>
    public void Complete(Registered registered, PropertyMap outputs)
    {
        outputs = outputs.MarkSecret(registered.Goal.AdditionalSecretOutputs);
        var state = registered.State with { Outputs = outputs };
        if (!run.HasFailed)
        {
            run.Journal.Change(registered.Slot!, state);
        }

        run.Registered[state.Urn] = registered with { State = state, OutputsGiven = true };
        if (state.Type == Urns.StackType)
        {
            run.Log.Outputs = outputs;
        }
    }

    public async Task<Registered> ConstructAsync(Goal goal)
    {
        var reference = await selection.FindAsync(goal);
        var provider = await run.Providers.GetAsync(reference);
        if (!provider.IsConfigured)
        {
            return RegisterEmpty(goal);
        }

        var request = CreateRequest(goal, provider.EncodeForConstruct(goal.Inputs));
        var answer = await ConstructAsync(provider, request, goal);
        var outputs = PropertyCodec.Decode(answer.State);
        if (!run.IsPreview && outputs.HasUnknown())
        {
            outputs = outputs.WithoutUnknownKeys();
        }

        if (!run.Registered.TryGetValue(answer.Urn, out var registered))
        {
            throw new DeploymentException($"the provider of {goal.Type} constructed '{goal.Name}' but did not register it");
        }

        var dependencies = answer.StateDependencies.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Urns.ToImmutableArray());
        return registered with { Construct = new ConstructResult(answer.Urn, outputs.WithoutOutputs(), dependencies) };
    }

    private async Task<ConstructResponse> ConstructAsync(Provider provider, ConstructRequest request, Goal goal)
    {
        try
        {
            return await provider.Connection.Client.ConstructAsync(request, run.Hard);
        }
        catch (RpcException refusal)
        {
            throw new DeploymentException($"{goal.Type} resource '{goal.Name}' has a problem: {EngineText.Of(refusal, goal.Inputs)}", refusal);
        }
    }

    /// <summary>A provider that waits for its settings constructs nothing yet.</summary>
    private Registered RegisterEmpty(Goal goal)
    {
        var urn = Urns.Make(run.Stack, run.Project.Name, goal.Parent, goal.Type, goal.Name);
        var registered = Register(goal with { Inputs = PropertyMap.Empty }, urn, run.Olds.GetValueOrDefault(urn));
        run.Registered[urn] = registered;
        return registered;
    }

    private ConstructRequest CreateRequest(Goal goal, Google.Protobuf.WellKnownTypes.Struct inputs)
    {
        var request = new ConstructRequest
        {
            Project = run.Project.Name,
            Stack = run.Stack,
            Organization = "organization",
            DryRun = run.IsPreview,
            Parallel = run.Options.Parallel,
            MonitorEndpoint = run.Address,
            Type = goal.Type,
            Name = goal.Name,
            Parent = goal.Parent,
            Inputs = inputs,
            DeletedWith = goal.DeletedWith,
            AcceptsOutputValues = true,
            CustomTimeouts = new ConstructRequest.Types.CustomTimeouts
            {
                Create = Durations.Text(goal.Timeouts.Create),
                Update = Durations.Text(goal.Timeouts.Update),
                Delete = Durations.Text(goal.Timeouts.Delete),
                Read = Durations.Text(goal.Timeouts.Read),
            },
        };
        if (goal.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (goal.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (goal.DeleteBeforeReplace is { } deleteFirst)
        {
            request.DeleteBeforeReplace = deleteFirst;
        }

        if (goal.ReplacementTrigger is { } trigger)
        {
            request.ReplacementTrigger = PropertyCodec.Encode(trigger);
        }

        foreach (var (key, value) in run.Configuration.Values)
        {
            request.Config[key] = value.Text;
        }

        request.ConfigSecretKeys.AddRange(run.Configuration.SecretKeys);
        foreach (var (key, urns) in goal.PropertyDependencies)
        {
            request.InputDependencies[key] = new ConstructRequest.Types.PropertyDependencies { Urns = { urns } };
        }

        foreach (var (package, chosen) in goal.Providers)
        {
            request.Providers[package] = chosen;
        }

        request.Dependencies.AddRange(goal.Dependencies);
        request.AdditionalSecretOutputs.AddRange(goal.AdditionalSecretOutputs);
        request.IgnoreChanges.AddRange(goal.IgnoreChanges);
        request.ReplaceOnChanges.AddRange(goal.ReplaceOnChanges);
        request.ReplaceWith.AddRange(goal.ReplaceWith);
        request.Aliases.AddRange(goal.Aliases);
        return request;
    }
}
