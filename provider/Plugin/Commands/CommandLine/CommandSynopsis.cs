using System.CommandLine;
using System.CommandLine.Help;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>How a command is written, in one line: <c>lab roll --server &lt;FQDN&gt; [--data &lt;DIRECTORY&gt;]</c>.</summary>
internal static class CommandSynopsis
{
    public static string Of(Command command)
    {
        var options = OptionsOf(command).Where(option => option.Name != CommandSurroundings.NoColorOption).ToLookup(option => option.Required);
        return string.Join(' ',
        [
            .. PathOf(command),
            .. options[true].Select(Of),
            .. command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues > 0 ? $"<{argument.Name}>" : $"[<{argument.Name}>]"),
            .. options[false].Select(option => $"[{Of(option)}]"),
        ]);
    }

    /// <summary>The words that lead to a command, without the program itself.</summary>
    public static IEnumerable<string> PathOf(Command command) => command is RootCommand
        ? []
        : [.. command.Parents.OfType<Command>().Take(1).SelectMany(PathOf), command.Name];

    /// <summary>What a command takes, its own and what all in its group take; help is not told of.</summary>
    public static IEnumerable<Option> OptionsOf(Command command) => command.Options
        .Concat(command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive))
        .Where(option => option is not HelpOption);

    private static string Of(Option option) => option.HelpName is { } value ? $"{option.Name} <{value}>" : option.Name;
}
