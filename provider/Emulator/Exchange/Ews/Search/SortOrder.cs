using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Properties;

namespace PartnerTrust.Emulator.Exchange.Ews.Search;

/// <summary>In which order items are shown; what is equal stays as it was, newest first.</summary>
internal sealed record SortOrder(IReadOnlyList<(PathToElement Path, bool Descends)> Fields)
{
    public static SortOrder Read(XElement? order) => new(
    [
        .. order?.Elements()
        .Select(field => (PathToElement.Among(field), field.RequiredChoice("Order", "Ascending", "Descending") == "Descending")) ?? [],
    ]);

    public IEnumerable<XElement> Sort(IEnumerable<XElement> items) => Fields.Reverse().Aggregate(items, (sorted, field) =>
    {
        var byValue = Comparer<string?>.Create((one, other) => one is null || other is null
            ? (one is null ? 0 : 1) - (other is null ? 0 : 1)
            : PropertyValues.Compare(one, other, field.Path.Kind));
        return field.Descends ? sorted.OrderByDescending(Value, byValue) : sorted.OrderBy(Value, byValue);

        string? Value(XElement item) => PropertyValues.Of(field.Path, item).FirstOrDefault();
    });
}
