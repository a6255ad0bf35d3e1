using System.Collections.Immutable;

namespace PartnerTrust.Trust.Primitives;

/// <summary>Records hold arrays that are equal by their items; an absent array is an empty one.</summary>
internal static class Sequences
{
    public static bool SameAs<T>(this ImmutableArray<T> one, ImmutableArray<T> other)
        where T : IEquatable<T> => one.AsSpan().SequenceEqual(other.AsSpan());
}
