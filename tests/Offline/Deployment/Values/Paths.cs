using System.Globalization;
using System.Text;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Values;

/// <summary>Property paths as options spell them: <c>a.b[0]["x.y"]</c>, <c>*</c> for any key or index.</summary>
internal static class Paths
{
    public static IReadOnlyList<string> Parse(string path)
    {
        var segments = new List<string>();
        var at = 0;
        while (at < path.Length)
        {
            if (path[at] == '.') at++;
            else if (path[at] == '[') segments.Add(ReadIndex(path, ref at));
            else segments.Add(ReadName(path, ref at));
        }

        return segments;
    }

    /// <summary>Whether a pattern covers a path: the path itself or anything below it.</summary>
    public static bool Covers(string pattern, string path)
    {
        var wanted = Parse(pattern);
        var actual = Parse(path);
        return wanted.Count <= actual.Count && wanted.Zip(actual).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    public static PropertyValue? Get(PropertyValue value, string path) => Get(value, Parse(path), 0);

    /// <summary>Puts what <paramref name="source"/> holds at the path, or its absence, into <paramref name="target"/>.</summary>
    public static PropertyMap Reset(PropertyMap target, PropertyMap source, string path) => (PropertyMap)Reset(target, source, Parse(path), 0);

    private static PropertyValue? Get(PropertyValue? value, IReadOnlyList<string> path, int at) => value switch
    {
        SecretValue secret => Get(secret.Value, path, at) is { } inner ? new SecretValue(inner) : null,
        OutputValue output => Get(output.Value, path, at),
        _ when at == path.Count => value,
        PropertyMap map => map.TryGetValue(path[at], out var item) ? Get(item, path, at + 1) : null,
        ListValue list => Index(path[at], list.Items.Length) is { } index ? Get(list.Items[index], path, at + 1) : null,
        _ => null,
    };

    private static PropertyValue Reset(PropertyValue target, PropertyValue? source, IReadOnlyList<string> path, int at)
    {
        if (target is SecretValue secret) return new SecretValue(Reset(secret.Value, source, path, at));
        if (source is SecretValue hidden) source = hidden.Value;
        return (target, source) switch
        {
            (PropertyMap map, PropertyMap from) => Keys(path[at], map, from).Aggregate(map, (result, key) => ResetKey(result, from, key, path, at)),
            (ListValue list, ListValue from) => ListValue.Of(list.Items.Select((item, index) =>
                Matches(path[at], index) && index < from.Items.Length ? ResetItem(item, from.Items[index], path, at) : item)),
            _ => target,
        };
    }

    private static PropertyMap ResetKey(PropertyMap map, PropertyMap from, string key, IReadOnlyList<string> path, int at)
    {
        if (at < path.Count - 1) return map.TryGetValue(key, out var item) ? map.Set(key, Reset(item, from.GetValueOrDefault(key), path, at + 1)) : map;
        return from.TryGetValue(key, out var old) ? map.Set(key, old) : map.Remove(key);
    }

    private static PropertyValue ResetItem(PropertyValue item, PropertyValue old, IReadOnlyList<string> path, int at) =>
        at == path.Count - 1 ? old : Reset(item, old, path, at + 1);

    private static List<string> Keys(string segment, PropertyMap map, PropertyMap from) => segment == "*" ? map.Keys.Union(from.Keys).ToList() : [segment];

    private static bool Matches(string segment, int index) => segment == "*" || Index(segment, int.MaxValue) == index;

    private static int? Index(string segment, int length) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < length ? index : null;

    private static string ReadName(string path, ref int at)
    {
        var start = at;
        while (at < path.Length && path[at] is not ('.' or '[')) at++;
        return path[start..at];
    }

    private static string ReadIndex(string path, ref int at)
    {
        at++;
        if (at < path.Length && path[at] == '"') return ReadQuoted(path, ref at);
        var end = path.IndexOf(']', at);
        if (end < 0) end = path.Length;
        var segment = path[at..end];
        at = Math.Min(end + 1, path.Length);
        return segment;
    }

    private static string ReadQuoted(string path, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < path.Length && path[at] != '"'; at++)
        {
            if (path[at] == '\\' && at + 1 < path.Length) at++;
            text.Append(path[at]);
        }

        at = Math.Min(at + 2, path.Length);
        return text.ToString();
    }
}
