using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PartnerTrust.SdkGenerator.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pulumi.PartnerTrust.Tests.Examples;

/// <summary>A value at a path of a YAML program, held against a type of the schema.</summary>
internal sealed partial record YamlValue(string Path, YamlNode? Node)
{
    public IEnumerable<string> MistakesAsObject(ImmutableArray<PropertySchema> properties)
    {
        var entries = (Node as YamlMappingNode)?.Children ?? Enumerable.Empty<KeyValuePair<YamlNode, YamlNode>>();
        var values = entries.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => entry.Value, StringComparer.Ordinal);
        return
        [
            .. values.Keys.Except(properties.Select(property => property.Name)).Select(name => $"{Path}: there is no property {name}"),
            .. properties.Where(property => property.IsRequired && !values.ContainsKey(property.Name))
            .Select(property => $"{Path}: {property.Name} is required"),
            .. properties.Where(property => values.ContainsKey(property.Name))
                .SelectMany(property => new YamlValue($"{Path}.{property.Name}", values[property.Name]).MistakesAs(property.Type)),
        ];
    }

    private IEnumerable<string> MistakesAs(TypeReference type) => (type, Node) switch
    {
        (_, YamlScalarNode { Value: { } text }) when text.StartsWith("${", StringComparison.Ordinal) => [],
        (ArrayType list, YamlSequenceNode items) =>
            items.Children.SelectMany((item, index) => new YamlValue($"{Path}[{index}]", item).MistakesAs(list.Element)),
        (ArrayType, _) => [$"{Path}: a list is expected"],
        (NamedType named, _) => CommittedSdk.Schema.Types.Single(candidate => candidate.Name == named.Name) switch
        {
            ObjectTypeSchema schema => MistakesAsObject(schema.Properties),
            EnumTypeSchema schema when Node is YamlScalarNode scalar && schema.Members.Any(member => member.Value == scalar.Value) => [],
            _ => [$"{Path}: {Node} is none of the values of {named.Name}"],
        },
        (PrimitiveType { Name: "string" }, YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text }) when NoText().IsMatch(text) =>
            [$"{Path}: {text} needs quotes"],
        (_, YamlScalarNode) => [],
        _ => [$"{Path}: a scalar is expected"],
    };

    /// <summary>What YAML takes for a truth value, a number or a time when nothing says that it is text.</summary>
    [GeneratedRegex(@"^(true|false|null|~|[-+]?[0-9.]+([eE][-+]?[0-9]+)?|\d{4}-\d{2}-\d{2}([Tt ].*)?)$")]
    private static partial Regex NoText();
}
