using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>A nested object as an argument and as an answer.</summary>
internal static class ObjectTypeWriter
{
    public static string WriteInput(PackageSchema schema, TypeNames names, ObjectTypeSchema type)
    {
        var code = CodeWriter.File(FileUsings.Of(schema));
        code.Block($"namespace {schema.RootNamespace}.Inputs", space =>
        {
            space.Line();
            ArgsWriter.Write(space, schema, names, $"{type.Name}Args", "ResourceArgs", type.Properties, description: type.Description);
        });
        return code.ToString();
    }

    public static string WriteOutput(PackageSchema schema, TypeNames names, ObjectTypeSchema type)
    {
        var code = CodeWriter.File(FileUsings.Of(schema));
        code.Block($"namespace {schema.RootNamespace}.Outputs", space =>
        {
            space.Line();
            OutputClass.Write(space, names, type.Name, type.Description, type.Properties);
        });
        return code.ToString();
    }
}
