using System.Collections.Immutable;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>A value without its wrappers, and what they said about it.</summary>
internal sealed record Lifted(PropertyValue Value, bool IsSecret, ImmutableArray<string> Dependencies)
{
    /// <summary>Everything inside is without wrappers too, and what one part said counts for the whole.</summary>
    public static Lifted Deep(PropertyValue value) => new(
        PropertyMap.Of(("value", value)).WithoutOutputs().WithoutSecretMarks()["value"], value.HasSecret(), [.. DependenciesOf(value).Distinct()]);

    /// <summary>Only the wrappers around the value go; those inside stay.</summary>
    public static Lifted Shallow(PropertyValue value)
    {
        switch (value)
        {
            case SecretValue secret:
                return Shallow(secret.Value) with { IsSecret = true };
            case OutputValue output:
                var inner = Shallow(output.Value ?? UnknownValue.Text);
                return new Lifted(inner.Value, inner.IsSecret || output.IsSecret, [.. output.Dependencies, .. inner.Dependencies]);
            default:
                return new Lifted(value, false, []);
        }
    }

    public static PropertyValue Wrap(PropertyValue value, bool isSecret, ImmutableArray<string> dependencies)
    {
        if (!isSecret && dependencies.IsEmpty)
        {
            return value;
        }

        var (plain, secret, sources) = Shallow(value);
        return new OutputValue(plain is UnknownValue ? null : plain, isSecret || secret, [.. dependencies.Concat(sources).Distinct()]);
    }

    public static IEnumerable<string> DependenciesOf(PropertyValue value) => value switch
    {
        OutputValue output => output.Dependencies.Concat(output.Value is { } inner ? DependenciesOf(inner) : []),
        SecretValue secret => DependenciesOf(secret.Value),
        ListValue list => list.Items.SelectMany(DependenciesOf),
        PropertyMap map => map.Values.SelectMany(DependenciesOf),
        _ => [],
    };
}
