using System.Globalization;
using System.Text;

namespace PartnerTrust.Plugin.Tests.Truth;

/// <summary>All stacks of a test in a page.</summary>
internal static class TruthSummary
{
    private const int ShownSeeds = 12;
    private const int ShownStories = 3;

    public static string Of(IReadOnlyList<TruthCase> cases, TimeSpan took)
    {
        var (verdicts, untold) = (cases.Sum(stack => stack.Verdicts), cases.Sum(stack => stack.Untold));
        var text = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture,
            $"{cases.Count} stacks, {cases.Sum(stack => stack.Updates)} updates, {verdicts} verdicts on checks, {untold} of them cannot be told "
            + $"({cases.Sum(stack => stack.Unordered)} for want of an order that the program declares), "
            + $"{cases.Sum(stack => stack.Apart)} apart, {cases.Sum(stack => stack.Statements)} statements on what is not touched, "
            + $"{cases.Sum(stack => stack.Moments)} on gaps and deletions, in {took.TotalSeconds:0.0} s."));
        var classes = cases.SelectMany(stack => stack.Disagreements.Select(disagreement => (disagreement.Kind, stack.Seed, disagreement)))
            .GroupBy(found => found.Kind).OrderByDescending(found => found.Count());
        foreach (var alike in classes)
        {
            var seeds = string.Join(", ", alike.Select(found => found.Seed).Distinct().Take(ShownSeeds));
            text.Append(CultureInfo.InvariantCulture, $"\n{alike.Count(),5} {alike.Key}, stacks {seeds}\n");
            text.Append(CultureInfo.InvariantCulture, $"        {Short($"{alike.First().disagreement}")}");
        }

        foreach (var stack in cases.Where(stack => stack.Disagreements.Count > 0).OrderBy(stack => stack.Log.Length).Take(ShownStories))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\nstack {stack.Seed}\n{stack.Log}");
        }

        return text.ToString();
    }

    private static string Short(string text) => text.Length > 300 ? text[..300] + "…" : text;
}
