using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PartnerTrust.Protocol.Properties;

/// <summary>An object value: keys in ordinal order, each once. Also the top level of every request and response.</summary>
public sealed record PropertyMap : PropertyValue, IReadOnlyDictionary<string, PropertyValue>
{
    private readonly ImmutableSortedDictionary<string, PropertyValue> entries;

    private PropertyMap(ImmutableSortedDictionary<string, PropertyValue> entries) => this.entries = entries;

    public static PropertyMap Empty { get; } = new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

    public int Count => entries.Count;

    public IEnumerable<string> Keys => entries.Keys;

    public IEnumerable<PropertyValue> Values => entries.Values;

    public PropertyValue this[string key] => entries[key];

    /// <summary>The last of two entries with one key wins.</summary>
    public static PropertyMap Of(IEnumerable<KeyValuePair<string, PropertyValue>> entries) => new(Empty.entries.SetItems(entries));

    public static PropertyMap Of(params ReadOnlySpan<(string Key, PropertyValue Value)> entries)
    {
        var builder = Empty.entries.ToBuilder();
        foreach (var (key, value) in entries)
        {
            builder[key] = value;
        }

        return new PropertyMap(builder.ToImmutable());
    }

    public PropertyMap Set(string key, PropertyValue value) => new(entries.SetItem(key, value));

    public PropertyMap Remove(string key) => entries.ContainsKey(key) ? new PropertyMap(entries.Remove(key)) : this;

    public bool ContainsKey(string key) => entries.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value) => entries.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(PropertyMap? other) => other is not null && (ReferenceEquals(entries, other.entries) || entries.SequenceEqual(other.entries));

    public override int GetHashCode() => entries.Count;

    public override string ToString() => "{" + string.Join(", ", entries.Select(entry => $"{entry.Key}: {entry.Value}")) + "}";
}
