using PartnerTrust.Deployment.Steps;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Output;

/// <summary>What changes in one resource, path by path. As Pulumi does it: where one side has no value the other side's comes or goes, whatever
/// the provider called that, and where neither has one there is nothing to show.</summary>
public static class ChangeText
{
    public static IEnumerable<string> Of(Step step) =>
        step.Changes.Where(change => !step.State.HideDiff.Any(hidden => Paths.Covers(hidden, change.Key)))
            .Select(change => Line(step, change.Key, change.Value)).OfType<string>();

    private static string? Line(Step step, string path, PropertyChange change)
    {
        var values = Values(step, path, change);
        return change switch
        {
            { IsAdd: true } => $"{Signs.Of(change)}{path}: {ValueText.Of(values.After)}",
            { IsDelete: true } => $"{Signs.Of(change)}{path}: {ValueText.Of(values.Before)}",
            _ => values switch
            {
                (null, null) => null,
                ({ } before, null) => $"- {path}: {ValueText.Of(before)}",
                (null, { } after) => $"+ {path}: {ValueText.Of(after)}",
                var (before, after) => $"{Signs.Of(change)}{path}: {ValueText.Of(before)} => {ValueText.Of(after)}",
            },
        };
    }

    private static (PropertyValue? Before, PropertyValue? After) Values(Step step, string path, PropertyChange change)
    {
        var old = step.Old;
        var now = step.New;
        if (old is null || now is null)
        {
            return (null, null);
        }

        return step.Operation == StepOperation.Refresh
            ? (Either(old.Outputs, old.Inputs, path), Either(now.Outputs, now.Inputs, path))
            : (change.InputDiff ? Paths.Get(old.Inputs, path) : Either(old.Outputs, old.Inputs, path), Paths.Get(now.Inputs, path));
    }

    private static PropertyValue? Either(PropertyMap first, PropertyMap second, string path) => Paths.Get(first, path) ?? Paths.Get(second, path);
}
