using PartnerTrust.Deployment.Registrations;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Monitor;

/// <summary>Functions and methods: passed on to the provider of their token.</summary>
internal sealed class Invocations(DeploymentRun run, ProviderSelection selection)
{
    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, string version)
    {
        var arguments = PropertyCodec.Decode(request.Args).WithoutOutputs();
        if (arguments.HasUnknown())
        {
            return new ResourceInvokeResponse { Unknown = true, Return = PropertyCodec.Encode(PropertyMap.Empty) };
        }

        if (Urns.Package(request.Tok) == "pulumi")
        {
            return Builtin(request, arguments);
        }

        var reference = await selection.FindAsync(Urns.Package(request.Tok), request.Provider, EmptyProviders, request.Parent, version);
        var provider = await run.Providers.GetAsync(reference);
        if (!provider.IsConfigured)
        {
            return new ResourceInvokeResponse { Unknown = true, Return = PropertyCodec.Encode(PropertyMap.Empty) };
        }

        using var place = await run.EnterAsync();
        var (result, failures) = await provider.InvokeAsync(request.Tok, arguments, run.Hard);
        var response = new ResourceInvokeResponse { Return = Responses.Encode(result, acceptSecrets: true, request.AcceptResources) };
        response.Failures.AddRange(failures);
        return response;
    }

    public async Task<CallResponse> CallAsync(ResourceCallRequest request, string version)
    {
        var reference = await selection.FindAsync(Urns.Package(request.Tok), request.Provider, EmptyProviders, "", version);
        var provider = await run.Providers.GetAsync(reference);
        var call = new CallRequest
        {
            Tok = request.Tok,
            Args = request.Args,
            Project = run.Project.Name,
            Stack = run.Stack,
            Organization = "organization",
            DryRun = run.IsPreview,
            Parallel = run.Options.Parallel,
            MonitorEndpoint = run.Address,
        };
        foreach (var (key, value) in run.Configuration.Values)
        {
            call.Config[key] = value.Text;
        }

        call.ConfigSecretKeys.AddRange(run.Configuration.SecretKeys);
        foreach (var (key, urns) in request.ArgDependencies)
        {
            call.ArgDependencies[key] = new CallRequest.Types.ArgumentDependencies { Urns = { urns.Urns } };
        }

        return await provider.Connection.Client.CallAsync(call, run.Hard);
    }

    private static IReadOnlyDictionary<string, string> EmptyProviders { get; } = new Dictionary<string, string>();

    /// <summary>What the engine answers itself: enough to follow a resource reference.</summary>
    private ResourceInvokeResponse Builtin(ResourceInvokeRequest request, PropertyMap arguments)
    {
        if (request.Tok != "pulumi:pulumi:getResource")
        {
            throw new DeploymentException($"the function {request.Tok} is not supported here");
        }

        var urn = arguments.GetValueOrDefault("urn") is TextValue text ? text.Value : "";
        if (!run.Registered.TryGetValue(urn, out var registered))
        {
            throw new DeploymentException($"unknown resource {urn}");
        }

        var result = PropertyMap.Of(
            ("urn", urn), ("id", registered.State.Id), ("provider", registered.State.Provider), ("state", registered.State.Outputs));
        return new ResourceInvokeResponse { Return = Responses.Encode(result, acceptSecrets: true, request.AcceptResources) };
    }
}
