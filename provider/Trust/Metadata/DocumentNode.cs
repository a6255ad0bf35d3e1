using System.Text.Json;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Metadata;

/// <summary>A value of a foreign document with the path to it, so that a refusal names the place.</summary>
internal readonly record struct DocumentNode(JsonElement Element, string Path)
{
    /// <summary>The fields of an object by name without case; null values are absent ones. A name given twice is refused: two readers
    /// could take different ones.</summary>
    public IReadOnlyDictionary<string, DocumentNode> Fields()
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            throw new FaultException(
                Path.Length == 0
                    ? FaultCatalogue.DocumentNotObject(Element.ValueKind.ToString())
                    : FaultCatalogue.DocumentPropertyType(Path, Element.ValueKind.ToString(), "an object"));
        }

        var fields = new Dictionary<string, DocumentNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in Element.EnumerateObject())
        {
            var node = new DocumentNode(property.Value, Path.Length == 0 ? property.Name : $"{Path}.{property.Name}");
            if (!fields.TryAdd(property.Name, node))
            {
                throw new FaultException(FaultCatalogue.DocumentPropertyTwice(node.Path));
            }
        }

        return fields.Where(f => f.Value.Element.ValueKind != JsonValueKind.Null).ToDictionary(f => f.Key, f => f.Value, fields.Comparer);
    }

    public IEnumerable<DocumentNode> Items()
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            throw new FaultException(FaultCatalogue.DocumentPropertyType(Path, Element.ValueKind.ToString(), "an array"));
        }

        var path = Path;
        return Element.EnumerateArray().Select((item, index) => new DocumentNode(item, $"{path}[{index}]"));
    }

    public string Text(int longest)
    {
        var text = Element.ValueKind == JsonValueKind.String
            ? Element.GetString()!
            : throw new FaultException(FaultCatalogue.DocumentPropertyType(Path, Element.ValueKind.ToString(), "a string"));
        return text.Length <= longest ? text : throw new FaultException(FaultCatalogue.DocumentTextTooLong(Path, text.Length, longest));
    }
}
