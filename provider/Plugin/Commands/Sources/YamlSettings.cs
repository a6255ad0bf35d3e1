using System.Globalization;
using PartnerTrust.Protocol.Properties;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PartnerTrust.Plugin.Commands.Sources;

/// <summary>A YAML file of Pulumi's as property values. Quoted scalars are text; of plain ones numbers, <c>true</c> and <c>false</c> are what they
/// look like, as Pulumi itself takes them.</summary>
internal static class YamlSettings
{
    private static readonly string[] Nulls = ["", "~", "null", "Null", "NULL"];

    /// <summary>The mapping that the file holds; an empty one for an empty file.</summary>
    /// <exception cref="YamlException">It is no YAML, or not a mapping.</exception>
    public static PropertyMap Read(string text)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        return stream.Documents is not [var document, ..] || IsNull(document.RootNode) ? PropertyMap.Empty
            : Of(document.RootNode, new HashSet<YamlNode>(ReferenceEqualityComparer.Instance)) as PropertyMap
                ?? throw new YamlException("the file is not a mapping of names to values");
    }

    private static PropertyValue Of(YamlNode node, HashSet<YamlNode> above)
    {
        // An anchor may lead back to what it lies in.
        if (!above.Add(node))
        {
            throw new YamlException("a value contains itself");
        }

        try
        {
            return node switch
            {
                YamlMappingNode mapping => PropertyMap.Of(mapping.Children
                    .Select(child => KeyValuePair.Create(KeyOf(child.Key), Of(child.Value, above)))
                    .DistinctBy(child => child.Key)),
                YamlSequenceNode sequence => ListValue.Of(sequence.Children.Select(child => Of(child, above))),
                YamlScalarNode scalar => Of(scalar),
                _ => PropertyValue.Null,
            };
        }
        finally
        {
            above.Remove(node);
        }
    }

    private static PropertyValue Of(YamlScalarNode scalar) =>
        IsNull(scalar) ? PropertyValue.Null
        : scalar.Style != ScalarStyle.Plain ? scalar.Value!
        : bool.TryParse(scalar.Value, out var flag) ? flag
        : double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : scalar.Value!;

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any } scalar && Nulls.Contains(scalar.Value ?? "");

    private static string KeyOf(YamlNode key) => (key as YamlScalarNode)?.Value ?? "";
}
