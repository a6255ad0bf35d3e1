using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>A resource's class with its arguments (pulumi-csharp-sdk.md 2.6).</summary>
internal static class ResourceWriter
{
    public static string Write(PackageSchema schema, TypeNames names, ResourceSchema resource)
    {
        var code = CodeWriter.File(FileUsings.Of(schema));
        code.Block($"namespace {schema.RootNamespace}", space =>
        {
            space.Documented(resource.Description, resource.DeprecationMessage)
                .Line($"[{schema.Namespace}ResourceType(\"{resource.Token}\")]")
                .Block($"public partial class {resource.Name} : global::Pulumi.{BaseClass(resource)}", body =>
                {
                    WriteOutputs(body, names, resource);
                    WriteConstructors(body, schema, resource);
                    WriteOptions(body, schema, resource);
                    if (IsRead(resource))
                    {
                        WriteGet(body, resource);
                    }
                })
                .Line();
            ArgsWriter.Write(space, schema, names, $"{resource.Name}Args", "ResourceArgs", resource.Inputs, json: resource.IsProvider);
            if (resource.State is { } state && IsRead(resource))
            {
                ArgsWriter.Write(space.Line(), schema, names, $"{resource.Name}State", "ResourceArgs", state);
            }
        });
        return code.ToString();
    }

    private static string BaseClass(ResourceSchema resource) =>
        resource.IsProvider ? "ProviderResource" : resource.IsComponent ? "ComponentResource" : "CustomResource";

    private static string OptionsClass(ResourceSchema resource) => resource.IsComponent ? "ComponentResourceOptions" : "CustomResourceOptions";

    private static bool IsRead(ResourceSchema resource) => !resource.IsProvider && !resource.IsComponent;

    private static void WriteOutputs(CodeWriter code, TypeNames names, ResourceSchema resource)
    {
        foreach (var property in resource.Outputs)
        {
            var type = property.IsRequired ? names.Output(property.Type) : names.OptionalOutput(property.Type);
            code.Documented(property.Description, property.DeprecationMessage)
                .Line($"[Output(\"{property.Name}\")]")
                .Line($"public Output<{type}> {property.Member} {{ get; private set; }} = null!;")
                .Line();
        }

        code.Line();
    }

    private static void WriteConstructors(CodeWriter code, PackageSchema schema, ResourceSchema resource)
    {
        var optional = resource.Inputs.All(property => !property.IsRequired);
        var token = resource.IsProvider ? schema.Name : resource.Token;
        var options = OptionsClass(resource);
        code.Lines($"""
            /// <summary>
            /// Create a {resource.Name} resource with the given unique name, arguments, and options.
            /// </summary>
            ///
            /// <param name="name">The unique name of the resource</param>
            /// <param name="args">The arguments used to populate this resource's properties</param>
            /// <param name="options">A bag of options that control this resource's behavior</param>
            public {resource.Name}(string name, {resource.Name}Args{(optional ? "? args = null" : " args")}, {options}? options = null)
                : base("{token}", name, args ?? new {resource.Name}Args(), MakeResourceOptions(options, ""){(resource.IsComponent ? ", remote: true" : "")})
            """).Line("{").Line("}").Line();
        if (!IsRead(resource))
        {
            return;
        }

        code.Lines($"""
            private {resource.Name}(string name, Input<string> id, {StateParameter(resource)}{options}? options = null)
                : base("{token}", name, {(resource.State is null ? "null" : "state")}, MakeResourceOptions(options, id))
            """).Line("{").Line("}").Line();
    }

    private static void WriteOptions(CodeWriter code, PackageSchema schema, ResourceSchema resource)
    {
        var options = OptionsClass(resource);
        code.Block($"private static {options} MakeResourceOptions({options}? options, Input<string>? id)", body =>
        {
            body.Line($"var defaultOptions = new {options}").Line("{").Line("    Version = Utilities.Version,");
            if (schema.PluginDownloadUrl.Length > 0)
            {
                body.Line($"    PluginDownloadURL = \"{schema.PluginDownloadUrl}\",");
            }

            WriteList(body, "Aliases", resource.Aliases.Select(type => $"new global::Pulumi.Alias {{ Type = \"{type}\" }}"));
            if (!resource.IsComponent)
            {
                WriteList(body, "AdditionalSecretOutputs", resource.Outputs.Where(property => property.IsSecret).Select(Quoted));
            }

            WriteList(body, "ReplaceOnChanges", resource.Outputs.Where(property => property.ReplaceOnChanges).Select(Quoted));
            body.Lines($$"""
                };
                var merged = {{options}}.Merge(defaultOptions, options);
                // Override the ID if one was specified for consistency with other language SDKs.
                merged.Id = id ?? merged.Id;
                return merged;
                """);
        });
    }

    private static void WriteList(CodeWriter code, string option, IEnumerable<string> items)
    {
        var list = items.ToList();
        if (list.Count == 0)
        {
            return;
        }

        code.Line($"    {option} =").Line("    {");
        foreach (var item in list)
        {
            code.Line($"        {item},");
        }

        code.Line("    },");
    }

    private static void WriteGet(CodeWriter code, ResourceSchema resource)
    {
        code.Lines($"""
            /// <summary>
            /// Get an existing {resource.Name} resource's state with the given name, ID, and optional extra
            /// properties used to qualify the lookup.
            /// </summary>
            ///
            /// <param name="name">The unique name of the resulting resource.</param>
            /// <param name="id">The unique provider ID of the resource to lookup.</param>
            """);
        if (resource.State is not null)
        {
            code.Line("/// <param name=\"state\">Any extra arguments used during the lookup.</param>");
        }

        code.Line("/// <param name=\"options\">A bag of options that control this resource's behavior</param>")
            .Block(
                $"public static {resource.Name} Get(string name, Input<string> id, {StateParameter(resource)}CustomResourceOptions? options = null)",
                body => body.Line($"return new {resource.Name}(name, id, {(resource.State is null ? "" : "state, ")}options);"));
    }

    private static string StateParameter(ResourceSchema resource) => resource.State is null ? "" : $"{resource.Name}State? state = null, ";

    private static string Quoted(PropertySchema property) => $"\"{property.Name}\"";
}
