using System.Collections.Immutable;
using PartnerTrust.Plugin.Plans;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.StackFiles.Texts;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary>What an update would run, in the engine's order.</summary>
/// <param name="Stack">Empty where nothing is to be done.</param>
/// <param name="At">When it was planned.</param>
/// <param name="EnginesWithout">The stack's engines that run no cmdlets.</param>
/// <param name="Steps">Each with the engine's word for it.</param>
internal sealed record OrderedPlan(
    string Stack, DateTimeOffset At, ImmutableArray<string> EnginesWithout, ImmutableArray<(string Operation, PlannedStep Step)> Steps)
{
    public static OrderedPlan Of(
        DateTimeOffset at, ImmutableArray<string> enginesWithout, ImmutableArray<DigestStep> digest, IEnumerable<PlannedStep> planned) => new(
        digest.Select(step => PackageTokens.StackOf(step.Urn)).FirstOrDefault() ?? "", at, enginesWithout, [.. InOrder(digest, planned)]);

    /// <summary>The engine tells of what it deletes when, too. What it does not speak of comes last.</summary>
    private static IEnumerable<(string Operation, PlannedStep Step)> InOrder(ImmutableArray<DigestStep> digest, IEnumerable<PlannedStep> planned)
    {
        var left = planned.ToList();
        foreach (var step in digest)
        {
            foreach (var own in left.Where(own => own.Urn == step.Urn && own.Deletes == step.Deletes).ToList())
            {
                left.Remove(own);
                yield return (step.Operation, own);
            }
        }

        foreach (var own in left)
        {
            yield return ("planned", own);
        }
    }
}
