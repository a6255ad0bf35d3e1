using System.Collections.Immutable;

namespace PartnerTrust.Trust.Primitives;

/// <summary>Records hold arrays that are equal by their items; an array that was never made is an empty one.</summary>
internal static class Sequences
{
    public static bool SameAs<T>(this ImmutableArray<T> one, ImmutableArray<T> other)
        where T : IEquatable<T> => one.AsSpan().SequenceEqual(other.AsSpan());

    /// <summary>What is not known is like nothing but what is not known either.</summary>
    public static bool SameAs<T>(this ImmutableArray<T>? one, ImmutableArray<T>? other)
        where T : IEquatable<T> => one is { } known ? other is { } others && known.SameAs(others) : other is null;
}
