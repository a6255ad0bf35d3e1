using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab backup</c>: copies a data directory while it is in use.</summary>
internal static class BackupCommand
{
    public static Command Of(LabAccess access)
    {
        var to = new Option<string>("--to") { HelpName = "DIRECTORY", Required = true, Description = "Where the copy goes" }.NeedsValue();
        var command = new ExampledCommand(
            "backup",
            "Copy everything, keys included, while it is in use",
            ("lab backup --to /backup/partnertrust-dev --data .partnertrust/dev", "Copy a data directory while stacks use it")) { to };
        access.Let(command, async (lab, parsed, cancellationToken) =>
        {
            var directory = parsed.GetRequiredValue(to);
            await lab.BackUpAsync(directory, cancellationToken);
            return $"{Path.GetFullPath(directory)} holds a copy, with the key file if there is one.";
        });
        return command;
    }
}
