using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Deployment.Registrations;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Monitor;

/// <summary>Takes registrations, sends each kind its way, and answers in the encodings that the program understands.</summary>
internal sealed class Registrar(DeploymentRun run, ProviderSelection selection)
{
    private readonly AliasResolver aliases = new(run);
    private readonly ComponentRegistration components = new(run, selection);
    private readonly CustomRegistration customs = new(run, selection);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte> seen = new();

    public async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request, string version)
    {
        var goal = Inherit(Goal.Read(request, version));
        if (goal.Type.Split(':').Length != 3)
        {
            throw new DeploymentException($"'{goal.Type}' is no resource type");
        }

        if (goal.Remote)
        {
            return Answer(request, await components.ConstructAsync(goal));
        }

        var urn = Urns.Make(run.Stack, run.Project.Name, goal.Parent, goal.Type, goal.Name);
        if (!seen.TryAdd(urn, 0))
        {
            throw new DeploymentException($"Duplicate resource URN '{urn}'; try giving it a unique name");
        }

        var old = aliases.FindOld(goal, urn);
        var registered = !goal.Custom ? components.Register(goal, urn, old)
            : goal.IsProvider ? await RegisterProviderAsync(goal, urn, old)
            : await customs.RegisterAsync(goal, urn, old);
        run.Registered[urn] = registered;
        return Answer(request, registered);
    }

    public Empty RegisterOutputs(RegisterResourceOutputsRequest request)
    {
        if (!run.Registered.TryGetValue(request.Urn, out var registered) || registered.Goal.Custom || registered.OutputsGiven)
        {
            throw new DeploymentException($"cannot complete a resource '{request.Urn}' whose registration is unknown or already complete");
        }

        components.Complete(registered, PropertyCodec.Decode(request.Outputs).WithoutOutputs());
        return new Empty();
    }

    private async Task<Registered> RegisterProviderAsync(Goal goal, string urn, State.Slot? old)
    {
        var (slot, diff) = await run.Providers.RegisterAsync(goal, urn, old);
        return new Registered(goal, slot, slot.State) { OldUrn = old?.State.Urn ?? urn, Stables = diff.Stables };
    }

    private Goal Inherit(Goal goal)
    {
        if (goal.Parent.Length == 0)
        {
            return goal;
        }

        if (!run.Registered.TryGetValue(goal.Parent, out var parent))
        {
            throw new DeploymentException($"could not find parent resource {goal.Parent}");
        }

        return goal with
        {
            Protect = goal.Protect ?? parent.State.Protect,
            RetainOnDelete = goal.RetainOnDelete ?? parent.State.RetainOnDelete,
            DeletedWith = goal.DeletedWith.Length > 0 ? goal.DeletedWith : parent.State.DeletedWith,
        };
    }

    private static RegisterResourceResponse Answer(RegisterResourceRequest request, Registered registered)
    {
        var isLocal = !request.Custom && !request.Remote;
        var outputs = isLocal ? PropertyMap.Empty : registered.Construct?.State ?? registered.State.Outputs;
        if (!request.SupportsPartialValues)
        {
            outputs = outputs.WithoutUnknownKeys();
        }

        var response = new RegisterResourceResponse
        {
            Urn = registered.State.Urn,
            Id = registered.State.Id == Unknowns.Text ? "" : registered.State.Id,
            Object = Responses.Encode(outputs, request.AcceptSecrets, request.AcceptResources),
        };
        response.Stables.AddRange(registered.Stables);
        foreach (var (key, urns) in registered.Construct?.Dependencies ?? [])
        {
            response.PropertyDependencies[key] = new RegisterResourceResponse.Types.PropertyDependencies { Urns = { urns } };
        }

        return response;
    }
}
