namespace PartnerTrust.Plugin.Tests.Truth.Comparing;

/// <summary>What a preview said and an update did not find.</summary>
/// <param name="Kind">In a few words, the same for all that are alike.</param>
/// <param name="Resource">Of the program; empty for the stack.</param>
/// <param name="Said">By the preview.</param>
/// <param name="Found">By the update.</param>
internal sealed record Disagreement(string Kind, string Resource, string Said, string Found)
{
    public override string ToString() => $"{Kind}: {Resource}: said [{Said}], found [{Found}]";
}
