using PartnerTrust.Deployment.Steps;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Output;

/// <summary>What changes in one resource, path by path.</summary>
public static class ChangeText
{
    public static IEnumerable<string> Of(Step step) =>
        step.Changes.Where(change => !step.State.HideDiff.Any(hidden => Paths.Covers(hidden, change.Key))).Select(change => Line(step, change.Key, change.Value));

    private static string Line(Step step, string path, PropertyChange change)
    {
        var (before, after) = Values(step, path, change);
        var text = change.IsAdd ? ValueText.Of(after) : change.IsDelete ? ValueText.Of(before) : $"{ValueText.Of(before)} => {ValueText.Of(after)}";
        return $"{Signs.Of(change)}{path}: {text}";
    }

    private static (PropertyValue? Before, PropertyValue? After) Values(Step step, string path, PropertyChange change)
    {
        var old = step.Old;
        var now = step.New;
        if (old is null || now is null) return (null, null);
        return step.Operation == StepOperation.Refresh
            ? (Either(old.Outputs, old.Inputs, path), Either(now.Outputs, now.Inputs, path))
            : (change.InputDiff ? Paths.Get(old.Inputs, path) : Either(old.Outputs, old.Inputs, path), Paths.Get(now.Inputs, path));
    }

    private static PropertyValue? Either(PropertyMap first, PropertyMap second, string path) => Paths.Get(first, path) ?? Paths.Get(second, path);
}
