namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>How well a text fits an explanation.</summary>
/// <param name="Explanation">What it fits.</param>
/// <param name="Kind">The kind of the sign that tells most.</param>
/// <param name="Length">The length of the longest words that were found.</param>
/// <param name="Kinds">How many kinds of signs were found.</param>
internal sealed record SignMatch(Explanation Explanation, SignKind Kind, int Length, int Kinds)
{
    /// <summary>Null where nothing in the text is a sign of it.</summary>
    public static SignMatch? Of(Explanation explanation, AskedText asked)
    {
        var found = explanation.Signs.Select(sign => (Kind: sign.FindIn(asked), sign.Length)).Where(sign => sign.Kind is not null).ToList();
        return found.Count == 0
            ? null
            : new SignMatch(
                explanation, found.Max(sign => sign.Kind!.Value), found.Max(sign => sign.Length), found.Select(sign => sign.Kind).Distinct().Count());
    }
}
