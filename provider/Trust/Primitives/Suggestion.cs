namespace PartnerTrust.Trust.Primitives;

/// <summary>What a user may have meant.</summary>
public static class Suggestion
{
    /// <summary>The candidate that is nearest to <paramref name="text"/>, or null when none is near.</summary>
    public static string? For(string text, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, distance: Distance(text, candidate)))
        .Where(pair => pair.distance <= Math.Max(1, Math.Min(text.Length, pair.candidate.Length) / 3))
        .OrderBy(pair => pair.distance)
        .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
        .Select(pair => pair.candidate)
        .FirstOrDefault();

    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 8 || left.Length > 256)
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var (row, symbol) in left.Index())
        {
            var current = new int[right.Length + 1];
            current[0] = row + 1;
            for (var column = 1; column <= right.Length; column++)
            {
                var same = char.ToLowerInvariant(symbol) == char.ToLowerInvariant(right[column - 1]);
                current[column] = Math.Min(Math.Min(previous[column], current[column - 1]) + 1, previous[column - 1] + (same ? 0 : 1));
            }

            previous = current;
        }

        return previous[^1];
    }
}
