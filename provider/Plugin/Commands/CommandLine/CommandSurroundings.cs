using System.CommandLine;
using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Reports.Status;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>What is around the commands.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Messages">Where messages go.</param>
/// <param name="Time">The machine's clock.</param>
/// <param name="Logs">Where diagnostics go.</param>
/// <param name="Environment">The environment's variables; null for one that is not set.</param>
internal sealed record CommandSurroundings(
    TextWriter Output, TextWriter Messages, TimeProvider Time, ILoggerFactory Logs, Func<string, string?> Environment)
{
    public const string NoColorOption = "--no-color";

    /// <summary>Opens the engines of those whose configuration is read.</summary>
    public TrustEngineFactory OpenEngine { get; init; } = EngineOpening.OpenAsync;

    /// <summary>Whether the output is a terminal that shows colours.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>What is written to the command, opened when it is asked for: most commands leave the terminal alone.</summary>
    public Func<TextReader> Input { get; init; } = () => TextReader.Null;

    /// <summary>How many columns the output has; null where it is no terminal.</summary>
    public Func<int?> Columns { get; init; } = () => null;

    /// <summary>Colours for a terminal, unless they are not wanted (https://no-color.org).</summary>
    public Palette PaletteFor(ParseResult parsed) =>
        new(IsTerminal && !parsed.GetValue<bool>(NoColorOption) && Environment("NO_COLOR") is null or "");
}
