using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Schema;

namespace PartnerTrust.Plugin.Commands.Schemas;

/// <summary><c>schema</c>: the package's schema, or with <c>--config</c> that of a stack's configuration.</summary>
internal static class SchemaCommand
{
    public static Command Of()
    {
        var config = new Option<bool>("--config")
        {
            Description = "Write a JSON Schema of Pulumi.<stack>.yaml instead, by which editors complete and check its settings",
        };
        var command = new ExampledCommand(
            "schema",
            "Write the package's schema, or one of a stack's configuration",
            ("schema > schema.json", "What Pulumi's tools read"),
            ("schema --config > stack.schema.json", "For editors: \"# yaml-language-server: $schema=stack.schema.json\" is the first line of Pulumi.<stack>.yaml"))
        {
            config,
        };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(
            parsed.GetValue(config) ? StackConfigurationSchema.Of(PackageSchema.BuiltIn) : PackageSchema.BuiltIn.Text));
        return command;
    }
}
