using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Diffing;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Old and new side by side, with the differences found so far.</summary>
public sealed class ResourceComparison
{
    private readonly List<Difference> differences;

    internal ResourceComparison(
        string urn, PropertyMap oldInputs, PropertyMap oldOutputs, PropertyMap newInputs, ProviderSession session, IEnumerable<Difference> found)
    {
        (Urn, OldInputs, OldOutputs, NewInputs, Session) = (urn, oldInputs, oldOutputs, newInputs, session);
        differences = [.. found];
    }

    public string Urn { get; }

    public PropertyMap OldInputs { get; }

    public PropertyMap OldOutputs { get; }

    public PropertyMap NewInputs { get; }

    public ProviderSession Session { get; }

    public Installation Installation => Session.Installation;

    public DateTimeOffset Now => Session.Time.GetUtcNow();

    internal IReadOnlyList<Difference> Differences => differences;

    public bool Changes(string property) => differences.Any(difference => IsAt(difference, property));

    public Task WarnAsync(Fault fault, CancellationToken cancellationToken) => Session.Link.WarnAsync(
        Urn, Session.Secrets.In(NewInputs, OldInputs, OldOutputs).Hide(fault).ToString(), cancellationToken);

    /// <summary>The resource is not what the inputs ask for, although the inputs did not change.</summary>
    public void AddDrift(params ReadOnlySpan<string> path) =>
        Replace(new Difference(PathOf(path), DifferenceKind.Update, Replaces: false, IsInputDifference: false));

    /// <summary>The change at the property cannot be made in place.</summary>
    public void ForceReplacement(string property)
    {
        var at = differences.FindIndex(difference => IsAt(difference, property));
        if (at >= 0)
        {
            differences[at] = differences[at] with { Replaces = true };
        }
        else
        {
            differences.Add(new Difference(PathOf(property), DifferenceKind.Update, Replaces: true, IsInputDifference: false));
        }
    }

    /// <summary>The difference at the property is none.</summary>
    public void Drop(string property) => differences.RemoveAll(difference => IsAt(difference, property));

    private void Replace(Difference difference)
    {
        if (!differences.Any(other => other.Path == difference.Path))
        {
            differences.Add(difference);
        }
    }

    private static bool IsAt(Difference difference, string property) => difference.Path.Segments[0] is PathSegment.Key { Name: var name } && name == property;

    private static PropertyPath PathOf(params ReadOnlySpan<string> names)
    {
        var path = PropertyPath.Root;
        foreach (var name in names)
        {
            path = path.Then(name);
        }

        return path;
    }
}
