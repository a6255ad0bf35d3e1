using System.CommandLine;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary>How the commands of the lab come to the servers that a data directory holds, and to what is around them.</summary>
internal sealed class LabAccess(CommandSurroundings around, DataOption data)
{
    public CommandSurroundings Around { get; } = around;

    public string DirectoryIn(ParseResult parsed) => data.DirectoryIn(parsed);

    /// <summary>The option that names the server which a command is about.</summary>
    public static Option<string> Server() =>
        new Option<string>("--server") { HelpName = "FQDN", Required = true, Description = "The server" }.NeedsValue();

    /// <summary>Lets a command do something to the servers, and write the text in which that is told, if there is any.</summary>
    public void Let(Command command, Func<EmbeddedLab, ParseResult, CancellationToken, Task<string>> act) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var lab = await EmbeddedLab.OpenAsync(DirectoryIn(parsed), Around.Time, Around.Logs, cancellationToken);
            if (await act(lab, parsed, cancellationToken) is { Length: > 0 } told)
            {
                await Around.Output.WriteLineAsync(told);
            }

            return 0;
        });
}
