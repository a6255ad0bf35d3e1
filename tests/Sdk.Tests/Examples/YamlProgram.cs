using System.Collections.Immutable;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Pulumi.PartnerTrust.Tests.Examples;

/// <summary>A Pulumi YAML program, with what is wrong with it by the schema.</summary>
internal sealed partial class YamlProgram(YamlMappingNode root)
{
    private const string Prefix = "partnertrust:";

    /// <summary>What an expression may be about, with the properties it has; none are known of a setting.</summary>
    private readonly Dictionary<string, ImmutableArray<string>> named = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Mistakes()
    {
        foreach (var (name, _) in Section("config"))
        {
            named[name] = [];
        }

        return [.. Functions().Concat(Resources()).ToList(), .. Expressions()];
    }

    private IEnumerable<string> Resources()
    {
        foreach (var (name, node) in Section("resources"))
        {
            var token = Text(node, "type");
            if (CommittedSdk.Schema.Resources.SingleOrDefault(resource => Prefix + resource.Name == token) is not { } resource)
            {
                yield return $"{name}: there is no resource {token}";
                continue;
            }

            named[name] = [.. resource.Outputs.Select(output => output.Name), "id", "urn"];
            foreach (var mistake in new YamlValue(name, Child(node, "properties")).MistakesAsObject(resource.Inputs))
            {
                yield return mistake;
            }
        }
    }

    private IEnumerable<string> Functions()
    {
        foreach (var (name, node) in Section("variables"))
        {
            var call = Child(node, "fn::invoke");
            var token = Text(call, "function");
            if (CommittedSdk.Schema.Functions.SingleOrDefault(function => Prefix + function.Name == token) is not { } function)
            {
                yield return $"{name}: there is no function {token}";
                continue;
            }

            named[name] = [.. function.Outputs.Select(output => output.Name)];
            foreach (var mistake in new YamlValue(name, Child(call, "arguments")).MistakesAsObject(function.Inputs))
            {
                yield return mistake;
            }
        }
    }

    private IEnumerable<string> Expressions() =>
        from scalar in root.AllNodes.OfType<YamlScalarNode>()
        from Match match in Expression().Matches(scalar.Value ?? "")
        let subject = match.Groups["subject"].Value
        let property = match.Groups["property"].Value
        where !named.TryGetValue(subject, out var properties) || (property.Length > 0 && !properties.Contains(property))
        select $"there is no {match.Groups["all"].Value}";

    private IEnumerable<(string Name, YamlNode Node)> Section(string name) =>
        Child(root, name) is YamlMappingNode section ? section.Children.Select(entry => (((YamlScalarNode)entry.Key).Value!, entry.Value)) : [];

    private static YamlNode? Child(YamlNode? node, string name) =>
        node is YamlMappingNode map && map.Children.TryGetValue(name, out var child) ? child : null;

    private static string Text(YamlNode? node, string name) => (Child(node, name) as YamlScalarNode)?.Value ?? "";

    [GeneratedRegex(@"\$\{(?<all>(?<subject>[A-Za-z]+)(\.(?<property>[A-Za-z]+))?)\}")]
    private static partial Regex Expression();
}
