using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PartnerTrust.Protocol.Properties;

/// <summary>Where a value is inside a property map, as the engine writes it: <c>a.b[0]["x.y"]</c>, with <c>*</c> for "all of them".
/// A quoted <c>["*"]</c> is a wildcard too: a key of that name cannot be addressed.</summary>
public sealed record PropertyPath(ImmutableArray<PathSegment> Segments)
{
    public static PropertyPath Root { get; } = new(ImmutableArray<PathSegment>.Empty);

    /// <summary>Throws a <see cref="PropertyFormatException"/>.</summary>
    public static PropertyPath Parse(string text) =>
        TryParse(text, out var path) ? path : throw new PropertyFormatException(text, "is not a property path such as a.b[0][\"x.y\"]");

    public static bool TryParse(string text, [NotNullWhen(true)] out PropertyPath? path) => PropertyPathText.TryParse(text, out path);

    public PropertyPath Then(string key) => new(Segments.Add(new PathSegment.Key(key)));

    public PropertyPath Then(int position) => new(Segments.Add(new PathSegment.Index(position)));

    /// <summary>True when <paramref name="other"/> is what this path names, or something inside it.
    /// So <c>a[*]</c> covers <c>a[3].b</c>, as the engine reads <c>ignoreChanges</c>.</summary>
    public bool Covers(PropertyPath other)
    {
        if (Segments.Length > other.Segments.Length)
        {
            return false;
        }

        for (var i = 0; i < Segments.Length; i++)
        {
            if (Segments[i] is not PathSegment.Any && Segments[i] != other.Segments[i])
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(PropertyPath? other) => other is not null && Segments.AsSpan().SequenceEqual(other.Segments.AsSpan());

    public override int GetHashCode() => Segments.Length == 0 ? 0 : HashCode.Combine(Segments.Length, Segments[^1]);

    public override string ToString() => PropertyPathText.Format(Segments);
}
