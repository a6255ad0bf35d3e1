using System.Collections.Immutable;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Diffing;

/// <summary>Compares old and new inputs path by path, in normal form. A new value that is not known yet counts as changed.</summary>
internal sealed class DifferenceFinder
{
    private readonly List<Difference> differences = [];

    private DifferenceFinder()
    {
    }

    public static IReadOnlyList<Difference> Compare(PropertyMap olds, PropertyMap news, ObjectSchema schema)
    {
        var finder = new DifferenceFinder();
        finder.CompareObjects(olds, news, schema, PropertyPath.Root, replaces: false);
        return finder.differences;
    }

    private void CompareObjects(PropertyMap olds, PropertyMap news, ObjectSchema schema, PropertyPath path, bool replaces)
    {
        foreach (var name in olds.Keys.Union(news.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var property = schema.Properties.GetValueOrDefault(name);
            var old = olds.TryGetValue(name, out var before) && !before.IsAbsent() ? before.Unwrap() : null;
            var now = news.TryGetValue(name, out var after) && !after.IsAbsent() ? after.Unwrap() : null;
            Compare(name, old, now, property?.Type, path.Then(name), replaces || property is { Replaces: true });
        }
    }

    private void Compare(string name, PropertyValue? old, PropertyValue? now, TypeSchema? type, PropertyPath path, bool replaces)
    {
        switch (old, now)
        {
            case (null, null):
                break;
            case (null, _):
                Add(path, DifferenceKind.Add, replaces);
                break;
            case (_, null):
                Add(path, DifferenceKind.Delete, replaces);
                break;
            case (_, UnknownValue):
                Add(path, DifferenceKind.Update, replaces);
                break;
            case (PropertyMap before, PropertyMap after):
                CompareObjects(before, after, SchemaOf(type), path, replaces);
                break;
            case (ListValue before, ListValue after):
                CompareLists(name, before, after, (type as TypeSchema.List)?.Item, path, replaces);
                break;
            default:
                if (!NormalForm.AreEqual(name, old, now))
                {
                    Add(path, DifferenceKind.Update, replaces);
                }

                break;
        }
    }

    private void CompareLists(string name, ListValue old, ListValue now, TypeSchema? item, PropertyPath path, bool replaces)
    {
        if (NormalForm.IsSet(name))
        {
            CompareSets(name, old.Items, now.Items, path, replaces);
            return;
        }

        for (var index = 0; index < Math.Max(old.Items.Length, now.Items.Length); index++)
        {
            var before = index < old.Items.Length ? old.Items[index].Unwrap() : null;
            var after = index < now.Items.Length ? now.Items[index].Unwrap() : null;
            Compare(name, before, after, item, path.Then(index), replaces);
        }
    }

    /// <summary>An element that came stands at its new index, one that went at its old; both at one index are an update there.</summary>
    private void CompareSets(string name, ImmutableArray<PropertyValue> old, ImmutableArray<PropertyValue> now, PropertyPath path, bool replaces)
    {
        var came = Missing(name, now, old).ToHashSet();
        var went = Missing(name, old, now).ToHashSet();
        foreach (var index in came.Union(went).Order())
        {
            var kind = came.Contains(index) ? went.Contains(index) ? DifferenceKind.Update : DifferenceKind.Add : DifferenceKind.Delete;
            Add(path.Then(index), kind, replaces);
        }
    }

    private static IEnumerable<int> Missing(string name, ImmutableArray<PropertyValue> items, ImmutableArray<PropertyValue> others) =>
        Enumerable.Range(0, items.Length).Where(index =>
            items[index].Unwrap() is UnknownValue || !others.Any(other => NormalForm.AreEqual(name, items[index], other)));

    private void Add(PropertyPath path, DifferenceKind kind, bool replaces) =>
        differences.Add(new Difference(path, kind, replaces, IsInputDifference: true));

    private static ObjectSchema SchemaOf(TypeSchema? type) => type is TypeSchema.Composite { Schema: var schema } ? schema : ObjectSchema.Empty;
}
