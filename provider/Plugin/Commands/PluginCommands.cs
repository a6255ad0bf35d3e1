using System.CommandLine;
using PartnerTrust.Plugin.Hosting;

namespace PartnerTrust.Plugin.Commands;

/// <summary>Runs what people type. Results go to the output, messages beside it. The exit code is 0 when all went well, 1 when it did not, 2
/// when the command line is not written as it must be.</summary>
internal sealed class PluginCommands(CommandSurroundings around)
{
    public const int Misused = 2;

    // After a signal: enough to answer the calls that are under way.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    // Values are taken as they are written, also those that begin with "@", and names of one letter do not stand together.
    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        ProcessResult.OfAsync(around.Messages, () => RunAsync(CommandTree.Of(around).Parse(arguments, Parsing), cancellationToken));

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.Errors.Count > 0)
        {
            await around.Messages.WriteLineAsync(CommandMistake.In(parsed).Text);
            return CommandMistake.IsUnknownCommand(parsed) ? HelpCommand.Show(parsed.CommandResult.Command, around.Messages, Misused) : Misused;
        }

        var invocation = new InvocationConfiguration
        {
            Output = around.Output,
            Error = around.Messages,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = LongestEnd,
        };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }
}
