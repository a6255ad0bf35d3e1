namespace PartnerTrust.SdkGenerator.Schema;

/// <summary>Which object types are handed in and which come out: each needs another class.</summary>
public sealed record TypeUsage(IReadOnlySet<string> Inputs, IReadOnlySet<string> Outputs)
{
    public static TypeUsage Of(PackageSchema schema)
    {
        var resources = schema.Resources.Append(schema.Provider).ToList();
        if (schema.Functions.SelectMany(function => function.Inputs).Concat(resources.SelectMany(resource => resource.State ?? []))
            .Any(property => Reached(schema, [property]).Count > 0))
        {
            throw new NotSupportedException("Objects as arguments of functions and as state inputs are not generated.");
        }

        return new TypeUsage(
            Reached(schema, resources.SelectMany(resource => resource.Inputs)),
            Reached(
                schema,
                schema.Resources.SelectMany(resource => resource.Outputs).Concat(schema.Functions.SelectMany(function => function.Outputs))));
    }

    private static HashSet<string> Reached(PackageSchema schema, IEnumerable<PropertySchema> properties)
    {
        var objects = schema.Types.OfType<ObjectTypeSchema>().ToDictionary(type => type.Name);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<TypeReference>(properties.Select(property => property.Type));
        while (open.TryPop(out var reference))
        {
            foreach (var part in Parts(reference))
            {
                open.Push(part);
            }

            if (reference is NamedType named && objects.TryGetValue(named.Name, out var type) && reached.Add(named.Name))
            {
                foreach (var property in type.Properties)
                {
                    open.Push(property.Type);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<TypeReference> Parts(TypeReference reference) => reference switch
    {
        ArrayType array => [array.Element],
        MapType map => [map.Element],
        UnionType union => [union.First, union.Second],
        _ => [],
    };
}
