using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Hosting;

namespace PartnerTrust.Plugin.Commands;

/// <summary>Runs what people type. Results go to the output, messages beside it; the exit code is one of <see cref="ExitCodes"/>.</summary>
internal sealed class PluginCommands(CommandSurroundings around)
{
    // Values are taken as they are written, also those that begin with "@", and flags of one letter are not written together.
    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        ProcessResult.OfAsync(around.Messages, () => RunAsync(CommandTree.Of(around).Parse(arguments, Parsing), cancellationToken), ExitCodes.Of);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.Errors.Count > 0)
        {
            await around.Messages.WriteLineAsync(CommandMistake.In(parsed).Text);
            if (CommandMistake.IsUnknownCommand(parsed))
            {
                HelpCommand.Show(parsed.CommandResult.Command, around.Messages);
            }

            return ExitCodes.Misused;
        }

        var invocation = new InvocationConfiguration
        {
            Output = around.Output,
            Error = around.Messages,
            EnableDefaultExceptionHandler = false,
            // The program has signals of its own, and more of them.
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }
}
