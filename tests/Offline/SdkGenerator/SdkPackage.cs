using PartnerTrust.SdkGenerator.Schema;
using PartnerTrust.SdkGenerator.Writers;

namespace PartnerTrust.SdkGenerator;

/// <summary>The C# package that a schema describes: every file by its path, in the shape that Pulumi's own generator gives
/// (pulumi-csharp-sdk.md 2).</summary>
public static class SdkPackage
{
    public static SortedDictionary<string, string> Generate(PackageSchema schema)
    {
        var names = new TypeNames(schema);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Utilities.cs"] = UtilitiesWriter.Write(schema),
            ["Provider.cs"] = ResourceWriter.Write(schema, names, schema.Provider),
            ["Config/Config.cs"] = ConfigWriter.Write(schema, names),
            ["Enums.cs"] = EnumsWriter.Write(schema),
            ["pulumi-plugin.json"] = PluginFile.Json(schema),
            ["version.txt"] = schema.Version,
        };

        foreach (var resource in schema.Resources)
        {
            files[$"{resource.Name}.cs"] = ResourceWriter.Write(schema, names, resource);
        }

        foreach (var function in schema.Functions)
        {
            files[$"{FunctionWriter.ClassName(function)}.cs"] = FunctionWriter.Write(schema, names, function);
        }

        var usage = TypeUsage.Of(schema);
        foreach (var type in schema.Types.OfType<ObjectTypeSchema>())
        {
            if (usage.Inputs.Contains(type.Name))
            {
                files[$"Inputs/{type.Name}Args.cs"] = ObjectTypeWriter.WriteInput(schema, names, type);
            }

            if (usage.Outputs.Contains(type.Name))
            {
                files[$"Outputs/{type.Name}.cs"] = ObjectTypeWriter.WriteOutput(schema, names, type);
            }
        }

        return files;
    }
}
