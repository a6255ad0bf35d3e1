namespace PartnerTrust.Protocol.Properties;

/// <summary>Values at a path. Secrets and outputs on the way are looked through; what is inside a secret stays one.</summary>
public static class PropertyPathAccess
{
    /// <summary>The value at a path without wildcards, as a secret if anything around it is one, or null when there is none.</summary>
    public static PropertyValue? Find(this PropertyPath path, PropertyValue root)
    {
        var found = root;
        var isSecret = false;
        foreach (var segment in path.Segments)
        {
            isSecret |= found is SecretValue or OutputValue { IsSecret: true };
            if (Child(found.Unwrap(), segment) is not { } child)
            {
                return null;
            }

            found = child;
        }

        return isSecret ? found.AsSecret() : found;
    }

    /// <summary>The map with <paramref name="value"/> at a path without wildcards. Objects that are missing on the way are made;
    /// a list grows by one element at most; nothing changes inside an unknown.
    /// Throws a <see cref="PropertyFormatException"/> where there is no such place.</summary>
    public static PropertyMap Set(this PropertyPath path, PropertyMap root, PropertyValue value) =>
        (PropertyMap)Replace(root, path, 0, _ => value);

    /// <summary>The map without the object entry at a path; unchanged when there is none. An element of a list cannot be taken out.</summary>
    public static PropertyMap Remove(this PropertyPath path, PropertyMap root)
    {
        if (path.Segments is not [.. var before, PathSegment.Key last])
        {
            return root;
        }

        var parent = new PropertyPath(before);
        if (parent.Find(root)?.Unwrap() is not PropertyMap)
        {
            return root;
        }

        return (PropertyMap)Replace(root, parent, 0, holder => holder.Map(map => ((PropertyMap)map).Remove(last.Name)));
    }

    /// <summary>The paths without wildcards that a path stands for in <paramref name="root"/>. What lies behind a wildcard exists;
    /// names and positions are taken as they are.</summary>
    public static IEnumerable<PropertyPath> Expand(this PropertyPath path, PropertyValue root)
    {
        var wildcard = path.Segments.IndexOf(new PathSegment.Any());
        if (wildcard < 0)
        {
            return [path];
        }

        var holder = new PropertyPath(path.Segments[..wildcard]);
        var rest = path.Segments[(wildcard + 1)..];
        return Steps(holder.Find(root)?.Unwrap())
            .SelectMany(step => new PropertyPath([.. holder.Segments, step, .. rest]).Expand(root));
    }

    private static IEnumerable<PathSegment> Steps(PropertyValue? holder) => holder switch
    {
        PropertyMap map => map.Keys.Select(key => new PathSegment.Key(key)),
        ListValue list => Enumerable.Range(0, list.Items.Length).Select(position => new PathSegment.Index(position)),
        _ => [],
    };

    private static PropertyValue? Child(PropertyValue holder, PathSegment segment) => (holder, segment) switch
    {
        (PropertyMap map, PathSegment.Key key) => map.TryGetValue(key.Name, out var value) ? value : null,
        (ListValue list, PathSegment.Index index) => index.Position < list.Items.Length ? list.Items[index.Position] : null,
        _ => null,
    };

    private static PropertyValue Replace(PropertyValue holder, PropertyPath path, int depth, Func<PropertyValue, PropertyValue> change) =>
        depth == path.Segments.Length ? change(holder)
        : holder is SecretValue ? holder.Map(inner => ReplaceChild(inner, path, depth, old => Reveal(change(old))))
        : holder.Map(inner => ReplaceChild(inner, path, depth, change));

    /// <summary>One secret around is enough.</summary>
    private static PropertyValue Reveal(PropertyValue value) => value is SecretValue secret ? secret.Value : value;

    private static PropertyValue ReplaceChild(PropertyValue holder, PropertyPath path, int depth, Func<PropertyValue, PropertyValue> change)
    {
        var segment = path.Segments[depth];
        var child = Child(holder, segment) ?? PropertyMap.Empty;
        return (holder, segment) switch
        {
            (PropertyMap map, PathSegment.Key key) => map.Set(key.Name, Replace(child, path, depth + 1, change)),
            (ListValue list, PathSegment.Index index) when index.Position < list.Items.Length =>
                new ListValue(list.Items.SetItem(index.Position, Replace(child, path, depth + 1, change))),
            (ListValue list, PathSegment.Index index) when index.Position == list.Items.Length =>
                new ListValue(list.Items.Add(Replace(child, path, depth + 1, change))),
            _ => throw new PropertyFormatException(path.ToString(), "there is no such place"),
        };
    }
}
