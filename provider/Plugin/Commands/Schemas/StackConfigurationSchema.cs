using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Plugin.Schema;

namespace PartnerTrust.Plugin.Commands.Schemas;

/// <summary>A JSON Schema (draft-07, which editors understand) of a stack's configuration file, <c>Pulumi.STACK.yaml</c>: the settings of this
/// package as its own schema has them, and of all else what Pulumi keeps in that file. No setting is required: it may stand in
/// <c>Pulumi.yaml</c>, in an environment of Pulumi's, or in a variable.</summary>
internal static class StackConfigurationSchema
{
    private const string Prefix = $"{PackageSchema.PackageName}:";

    /// <summary>Indented JSON that ends with a line feed, the same on every system.</summary>
    public static string Of(PackageSchema package)
    {
        var schema = new JObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "The configuration of a stack that uses PartnerTrust",
            ["type"] = "object",
            ["properties"] = new JObject
            {
                ["config"] = Settings(package.Provider.Inputs),
                ["secretsprovider"] = Text("Who encrypts the stack's secrets: passphrase, or the URL of a key management service."),
                ["encryptedkey"] = Text("The key of the stack's secrets, as a key management service encrypted it. Written by Pulumi."),
                ["encryptionsalt"] = Text("The salt of the passphrase that encrypts the stack's secrets. Written by Pulumi."),
                ["environment"] = new JObject
                {
                    ["type"] = new JArray("array", "object"),
                    ["description"] = "The environments of Pulumi ESC that the stack imports, or one that is written here.",
                },
            },
            ["definitions"] = new JObject { ["secure"] = SettingValues.Secure() },
        };
        return schema.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static JObject Settings(ObjectSchema settings)
    {
        var properties = settings.Properties.Values
            .Select(setting => new JProperty(Prefix + setting.Name, SettingValues.OfSetting(setting))).ToList();
        return new JObject
        {
            ["type"] = new JArray("object", "null"),
            ["description"] = "Settings by their package or project: partnertrust:NAME, PROJECT:NAME.",
            ["propertyNames"] = new JObject
            {
                ["if"] = new JObject { ["pattern"] = $"^{Prefix}" },
                ["then"] = new JObject { ["enum"] = new JArray(properties.Select(property => property.Name)) },
            },
            ["properties"] = new JObject(properties),
        };
    }

    private static JObject Text(string description) => new() { ["type"] = "string", ["description"] = description };
}
