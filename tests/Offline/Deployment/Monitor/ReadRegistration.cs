using PartnerTrust.Deployment.Registrations;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Monitor;

/// <summary>Resources that a program only reads: in a preview too, unless the id is not known yet.</summary>
internal sealed class ReadRegistration(DeploymentRun run, ProviderSelection selection)
{
    private readonly CustomSteps steps = new(run);

    public async Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request, string version)
    {
        var urn = Urns.Make(run.Stack, run.Project.Name, request.Parent, request.Type, request.Name);
        var properties = PropertyCodec.Decode(request.Properties).WithoutOutputs();
        var goal = new Goal
        {
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Custom = true,
            Inputs = properties,
            Dependencies = [.. request.Dependencies],
            Provider = request.Provider,
            Version = version,
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
        };
        if (request.Id == Unknowns.Text)
        {
            return new ReadResourceResponse { Urn = urn, Properties = PropertyCodec.Encode(PropertyMap.Empty) };
        }

        var slot = await ReadAsync(goal, urn, request.Id);
        if (!run.Registered.TryAdd(urn, new Registered(goal, slot, slot.State)))
        {
            throw new DeploymentException($"Duplicate resource URN '{urn}'");
        }

        return new ReadResourceResponse
        {
            Urn = urn,
            Properties = Responses.Encode(
            slot.State.Outputs, request.AcceptSecrets, request.AcceptResources)
        };
    }

    private async Task<Slot> ReadAsync(Goal goal, string urn, string id)
    {
        var reference = await selection.FindAsync(goal);
        var provider = await run.Providers.GetAsync(reference);
        var state = goal.ToState(urn, run.Time.GetUtcNow()) with { Id = id, External = true, Provider = reference };
        var old = run.Olds.GetValueOrDefault(urn);
        using var place = await run.EnterAsync();
        return await steps.ReadAsync(old is { State.External: false } ? StepOperation.ReadReplacement : StepOperation.Read, state, provider, old);
    }
}
