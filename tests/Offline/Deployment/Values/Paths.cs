using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Values;

/// <summary>What options do with property paths.</summary>
internal static class Paths
{
    /// <summary>Whether a pattern covers a path: the path itself or anything below it.</summary>
    public static bool Covers(string pattern, string path) => PropertyPath.Parse(pattern).Covers(PropertyPath.Parse(path));

    public static PropertyValue? Get(PropertyValue value, string path) => PropertyPath.Parse(path).Find(value);

    /// <summary>Puts what <paramref name="source"/> holds at the path, or its absence, into <paramref name="target"/>.</summary>
    public static PropertyMap Reset(PropertyMap target, PropertyMap source, string path)
    {
        var pattern = PropertyPath.Parse(path);
        return pattern.Expand(target).Union(pattern.Expand(source)).Where(place => HasPlace(target, place)).Aggregate(
            target, (reset, place) => place.Find(source) is { } old ? place.Set(reset, old) : place.Remove(reset));
    }

    /// <summary>An entry can come and go; an element of a list can only be replaced.</summary>
    private static bool HasPlace(PropertyMap target, PropertyPath place) => place.Segments is [.. var holder, var last]
        && (last is PathSegment.Key ? new PropertyPath(holder).Find(target)?.Unwrap() is PropertyMap : place.Find(target) is not null);
}
