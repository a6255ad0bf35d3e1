using System.Reflection;
using PartnerTrust.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Brings a resource reference to life as the class that declares its type, else as something to depend on.</summary>
internal static class ResourceReferences
{
    public static Resource Resolve(ResourceReferenceValue reference)
    {
        var type = QualifiedType(reference.Urn);
        var constructor = ClassOf(type)?.GetConstructors().SingleOrDefault(candidate => candidate.GetParameters().Length == 3);
        if (constructor is null)
        {
            return new DependencyResource(reference.Urn);
        }

        var name = reference.Urn.Split("::", 4)[^1];
        ResourceOptions options = typeof(CustomResource).IsAssignableFrom(constructor.DeclaringType)
            ? new CustomResourceOptions { Urn = reference.Urn }
            : new ComponentResourceOptions { Urn = reference.Urn };
        return (Resource)constructor.Invoke([name, null, options]);
    }

    private static string QualifiedType(string urn) => urn.Split("::", 4) is { Length: 4 } parts ? parts[2].Split('$')[^1] : "";

    private static Type? ClassOf(string type) => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => !assembly.IsDynamic)
        .SelectMany(LoadableTypes)
        .FirstOrDefault(candidate => candidate.GetCustomAttribute<ResourceTypeAttribute>()?.Type == type);

    private static Type[] LoadableTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetExportedTypes();
        }
        catch (Exception exception) when (exception is NotSupportedException or IOException or TypeLoadException)
        {
            return [];
        }
    }
}
