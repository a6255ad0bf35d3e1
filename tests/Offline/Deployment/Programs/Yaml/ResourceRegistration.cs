using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>Declares resources to the monitor (pulumi-protocol.md 4.1): components as remote ones, built by their provider.</summary>
internal sealed class ResourceRegistration(Evaluator evaluator, ResourceMonitorClient monitor, string stack, bool isPreview)
{
    public async Task<RegisteredResource> RegisterAsync(ResourceDeclaration declaration, CancellationToken cancellation)
    {
        var description = await evaluator.Schemas.FindResourceAsync(declaration.Type);
        var properties = await evaluator.EvaluateAsync(declaration.Properties);
        var options = await evaluator.EvaluateAsync(declaration.Options);
        var request = Request(declaration, description.IsComponent, properties, new OptionValues(options, declaration.Name));
        var response = await monitor.RegisterResourceAsync(request, cancellation);
        return RegisteredResource.Of(response, description, isPreview);
    }

    private RegisterResourceRequest Request(ResourceDeclaration declaration, bool isComponent, PropertyMap properties, OptionValues given)
    {
        var request = new RegisterResourceRequest
        {
            Type = declaration.Type,
            Name = declaration.Name,
            Parent = given.Urn("parent") ?? stack,
            Custom = !isComponent,
            Remote = isComponent,
            Object = PropertyCodec.Encode(isComponent ? properties : properties.WithoutOutputs()),
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsPartialValues = true,
            AliasSpecs = true,
            Provider = given.Provider("provider") ?? "",
            Version = given.Text("version") ?? "",
            ImportId = given.Text("import") ?? "",
            DeletedWith = given.Urn("deletedWith") ?? "",
        };
        AddDependencies(request, properties, given);
        AddFlags(request, given);
        AddLists(request, given);
        return request;
    }

    private static void AddDependencies(RegisterResourceRequest request, PropertyMap properties, OptionValues given)
    {
        foreach (var (key, value) in properties)
        {
            request.PropertyDependencies[key] =
                new RegisterResourceRequest.Types.PropertyDependencies { Urns = { Lifted.DependenciesOf(value).Distinct() } };
        }

        request.Dependencies.AddRange(given.Urns("dependsOn").Concat(Lifted.DependenciesOf(properties)).Distinct());
    }

    private static void AddFlags(RegisterResourceRequest request, OptionValues given)
    {
        if (given.Flag("protect") is { } protect)
        {
            request.Protect = protect;
        }

        if (given.Flag("retainOnDelete") is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (given.Flag("deleteBeforeReplace") is not { } first)
        {
            return;
        }

        request.DeleteBeforeReplace = first;
        request.DeleteBeforeReplaceDefined = true;
    }

    private static void AddLists(RegisterResourceRequest request, OptionValues given)
    {
        request.IgnoreChanges.AddRange(given.Texts("ignoreChanges"));
        request.ReplaceOnChanges.AddRange(given.Texts("replaceOnChanges"));
        request.AdditionalSecretOutputs.AddRange(given.Texts("additionalSecretOutputs"));
        request.Aliases.AddRange(given.Texts("aliases").Select(urn => new Alias { Urn = urn }));
        foreach (var (package, provider) in given.Providers("providers"))
        {
            request.Providers[package] = provider;
        }

        if (given.Map("customTimeouts") is not { } limits)
        {
            return;
        }

        var timeouts = new OptionValues(limits, $"the timeouts of {request.Name}");
        request.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts
        {
            Create = timeouts.Text("create") ?? "",
            Update = timeouts.Text("update") ?? "",
            Delete = timeouts.Text("delete") ?? "",
        };
    }
}
