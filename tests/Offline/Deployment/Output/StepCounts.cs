using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.Deployment.Output;

/// <summary>How many resources each operation befalls.</summary>
internal static class StepCounts
{
    private static readonly StepOperation[] Order =
    [
        StepOperation.Create, StepOperation.Import, StepOperation.Update,
        StepOperation.CreateReplacement, StepOperation.Refresh, StepOperation.Delete,
        StepOperation.Read,
    ];

    public static IEnumerable<string> Lines(IReadOnlyCollection<Step> steps, bool isPreview)
    {
        var counted = steps.Where(step => !step.State.IsProvider && step.Error is null).ToList();
        foreach (var operation in Order)
        {
            var count = counted.Count(step => step.Operation == operation);
            if (count > 0)
            {
                yield return $"{Signs.Of(operation)}{count} {(isPreview ? "to " + Signs.Plan(operation) : Signs.Done(operation))}";
            }
        }

        var same = counted.Where(step => step.Operation == StepOperation.Same).Select(step => step.Urn)
            .Except(counted.Where(step => step.Operation == StepOperation.Refresh).Select(step => step.Urn)).Count();
        if (same > 0)
        {
            yield return $"{same} unchanged";
        }

        var failed = steps.Count(step => step.Error is not null);
        if (failed > 0)
        {
            yield return $"{failed} failed";
        }
    }
}
