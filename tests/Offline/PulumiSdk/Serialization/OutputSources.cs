using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>Gives every output property of a resource an output that is resolved when the engine has answered.</summary>
internal static class OutputSources
{
    public const string Urn = "urn";
    public const string Id = "id";

    /// <summary>A local component sets its own outputs: only its URN comes from the engine.</summary>
    public static ImmutableDictionary<string, IOutputSource> Initialize(Resource resource, bool all)
    {
        var sources = ImmutableDictionary.CreateBuilder<string, IOutputSource>();
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } attribute)
            {
                continue;
            }

            var name = attribute.Name ?? property.Name;
            if (!all && name != Urn)
            {
                continue;
            }

            var source = (IOutputSource)Activator.CreateInstance(
                typeof(OutputSource<>).MakeGenericType(ValueType(property)), resource)!;
            property.DeclaringType!.GetProperty(property.Name)!.SetValue(resource, source.Output);
            sources.Add(name, source);
        }

        return sources.ToImmutable();
    }

    private static Type ValueType(PropertyInfo property) =>
        property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Output<>)
            ? property.PropertyType.GenericTypeArguments[0]
            : throw new InvalidOperationException($"[Output] {property.DeclaringType?.FullName}.{property.Name} must be an Output<T>.");
}
