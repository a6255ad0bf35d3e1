using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Commands;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Session;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>A command as people type it, and what became of it.</summary>
internal sealed record CommandRun(int Code, string Output, string Messages)
{
    public static async Task<CommandRun> OfAsync(
        IReadOnlyList<string> arguments,
        TimeProvider? time = null,
        Func<string, string?>? environment = null,
        string input = "",
        int? columns = null,
        TrustEngineFactory? openEngine = null,
        CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter();
        using var messages = new StringWriter();
        var around = new CommandSurroundings(
            output, messages, time ?? TimeProvider.System, NullLoggerFactory.Instance, environment ?? (_ => null))
        {
            Input = () => new StringReader(input),
            Columns = () => columns,
            OpenEngine = openEngine ?? EngineOpening.OpenAsync,
        };
        var code = await new PluginCommands(around).RunAsync(arguments, cancellationToken);
        return new CommandRun(code, output.ToString(), messages.ToString());
    }
}
