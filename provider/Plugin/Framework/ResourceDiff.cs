using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Diffing;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Framework;

/// <summary>Old and new side by side, with the differences found so far.</summary>
public sealed class ResourceDiff
{
    private readonly List<Difference> differences;

    internal ResourceDiff(
        string urn, PropertyMap oldInputs, PropertyMap oldOutputs, PropertyMap newInputs, ProgramRun run, IEnumerable<Difference> found)
    {
        (Urn, OldInputs, OldOutputs, NewInputs, Run) = (urn, oldInputs, oldOutputs, newInputs, run);
        differences = [.. found];
    }

    public string Urn { get; }

    public PropertyMap OldInputs { get; }

    public PropertyMap OldOutputs { get; }

    public PropertyMap NewInputs { get; }

    public ProgramRun Run { get; }

    public Installation Installation => Run.Session.Installation;

    public DateTimeOffset Now => Run.Session.Time.GetUtcNow();

    internal IReadOnlyList<Difference> Differences => differences;

    /// <summary>Whether the program asks for it. A refresh compares too, and is to show what it found, whatever an update would make of
    /// that.</summary>
    public bool IsForUpdate => Run.Declarations.IsDeclared(Urn);

    public bool Replaces => differences.Any(difference => difference.Replaces);

    public bool Changes<T>(Input<T> input) => Changes(input.Path);

    public bool Changes(string property) => differences.Any(difference => IsAt(difference, property));

    public Task WarnAsync(Fault fault, CancellationToken cancellationToken) => Run.Session.Link.WarnAsync(
        Urn, Run.Session.Secrets.In(NewInputs, OldInputs, OldOutputs).Hide(fault).ToString(), cancellationToken);

    public Task InformAsync(string message, CancellationToken cancellationToken) => Run.Session.Link.InformAsync(Urn, message, cancellationToken);

    /// <summary>Whether the program says something else there than it did.</summary>
    public bool ChangesInput(string property) => differences.Any(difference => difference.IsInputDifference && IsAt(difference, property));

    /// <summary>The resource is not what the inputs ask for, although the inputs did not change. The engine takes the new value that it shows from
    /// the inputs: where they have none, it must not take the old one from the outputs, or it shows a deletion.</summary>
    public void AddDrift(params ReadOnlySpan<string> path)
    {
        var at = PathOf(path);
        Replace(new Difference(at, DifferenceKind.Update, Replaces: false, IsInputDifference: at.Find(NewInputs) is null));
    }

    /// <summary>The same, at what the last refresh found; but the keys are no difference of their own where the source is read again
    /// anyhow.</summary>
    public void AddFoundDrift(params ReadOnlySpan<string> sources)
    {
        var isReadAgain = false;
        foreach (var source in sources)
        {
            isReadAgain |= Changes(source);
        }

        foreach (var path in FoundDrift.In(OldOutputs).Where(path => !isReadAgain || path != FoundDrift.Keys))
        {
            AddDrift(path.Split('.'));
        }
    }

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
    public void Drop<T>(Input<T> input) => differences.RemoveAll(difference => IsAt(difference, input.Path));

    private void Replace(Difference difference)
    {
        if (!differences.Any(other => other.Path == difference.Path))
        {
            differences.Add(difference);
        }
    }

    private static bool IsAt(Difference difference, string property) =>
        difference.Path.Segments[0] is PathSegment.Key { Name: var name } && name == property;

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
