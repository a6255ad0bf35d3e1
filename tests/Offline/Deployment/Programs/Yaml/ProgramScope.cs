using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>What the names of a program stand for, so far.</summary>
internal sealed class ProgramScope
{
    /// <summary>The name that every program has.</summary>
    public const string BuiltIn = "pulumi";

    private readonly Dictionary<string, PropertyValue> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PropertyValue> references = new(StringComparer.Ordinal);

    public ProgramScope(DeploymentRun run) => values[BuiltIn] = PropertyMap.Of(
        ("cwd", run.Project.ProgramDirectory),
        ("organization", "organization"),
        ("project", run.Project.Name),
        ("rootDirectory", run.Project.Directory),
        ("stack", run.Stack));

    public void Set(string name, PropertyValue value) => values[name] = value;

    /// <summary>A resource alone is a reference to it; with a path it is its properties.</summary>
    public void Set(string name, RegisteredResource resource)
    {
        references[name] = resource.Reference;
        values[name] = resource.Properties;
    }

    public PropertyValue Find(Expression.Reference reference) =>
        reference.Path.Segments.IsEmpty && references.TryGetValue(reference.Name, out var resource)
        ? resource
        : Walk(values[reference.Name], reference);

    /// <summary>What lies behind a secret or an output is one itself, and depends on the same resources.</summary>
    private static PropertyValue Walk(PropertyValue value, Expression.Reference reference)
    {
        var isSecret = false;
        var dependencies = ImmutableArray<string>.Empty;
        foreach (var segment in reference.Path.Segments)
        {
            var (plain, secret, sources) = Lifted.Shallow(value);
            isSecret |= secret;
            dependencies = [.. dependencies, .. sources];
            if (plain is UnknownValue)
            {
                return new OutputValue(null, isSecret, dependencies);
            }

            value = Child(plain, segment) ?? throw new DeploymentException($"'${{{reference}}}' does not exist");
        }

        return Lifted.Wrap(value, isSecret, dependencies);
    }

    private static PropertyValue? Child(PropertyValue value, PathSegment segment) => (value, segment) switch
    {
        (PropertyMap map, PathSegment.Key key) => map.GetValueOrDefault(key.Name),
        (ListValue list, PathSegment.Index index) when index.Position < list.Items.Length => list.Items[index.Position],
        _ => null,
    };
}
