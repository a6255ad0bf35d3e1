using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>What the schemas of the packages say about the tokens of a program; each is asked for once.</summary>
internal sealed class PackageSchemas(DeploymentRun run)
{
    private const string ProviderPrefix = "pulumi:providers:";

    private readonly Dictionary<string, JsonObject> schemas = new(StringComparer.Ordinal);

    public async Task<ResourceDescription> FindResourceAsync(string token)
    {
        var schema = await LoadAsync(Urns.Package(token));
        var resource = token.StartsWith(ProviderPrefix, StringComparison.Ordinal)
            ? schema["provider"] ?? new JsonObject()
            : schema["resources"]?[token];
        return resource is JsonObject described
            ? new ResourceDescription((bool?)described["isComponent"] ?? false, Names(described["properties"]))
            : throw new DeploymentException($"the package {Urns.Package(token)} has no resource '{token}'");
    }

    /// <summary>The properties of a function's result.</summary>
    public async Task<ImmutableArray<string>> FindFunctionAsync(string token)
    {
        var schema = await LoadAsync(Urns.Package(token));
        return schema["functions"]?[token] is JsonObject described
            ? Names(described["outputs"]?["properties"])
            : throw new DeploymentException($"the package {Urns.Package(token)} has no function '{token}'");
    }

    private async Task<JsonObject> LoadAsync(string package)
    {
        if (schemas.TryGetValue(package, out var known))
        {
            return known;
        }

        var connection = await run.Providers.Plugins.OpenAsync(package);
        var answer = await connection.Client.GetSchemaAsync(new GetSchemaRequest(), run.Hard);
        return schemas[package] = JsonNode.Parse(answer.Schema) as JsonObject
            ?? throw new DeploymentException($"the plugin {package} answered with a schema that is none");
    }

    private static ImmutableArray<string> Names(JsonNode? properties) => [.. (properties as JsonObject ?? []).Select(property => property.Key)];
}

/// <summary>What has to be known of a resource before it is registered.</summary>
internal sealed record ResourceDescription(bool IsComponent, ImmutableArray<string> Properties);
