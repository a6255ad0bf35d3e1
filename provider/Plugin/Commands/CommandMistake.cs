using System.CommandLine;
using System.CommandLine.Parsing;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Commands.Importing;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Plugin.Commands;

/// <summary>What is wrong with a command line, as a numbered fault: the first mistake, with the word that was probably meant.</summary>
internal static class CommandMistake
{
    /// <summary>Whether no command was named, where there are several to choose from.</summary>
    public static bool IsUnknownCommand(ParseResult parsed) => parsed.CommandResult.Command.Subcommands.Count > 0;

    /// <param name="parsed">A command line with errors.</param>
    public static Fault In(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (IsUnknownCommand(parsed))
        {
            var word = parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-'));
            return word is null && parsed.UnmatchedTokens is [var option, ..] && NearestOption(parsed, option) is { } near
                ? FaultCatalogue.CommandUnknown(option, $"probably \"{near}\".")
                : FaultCatalogue.CommandUnknown(
                    word is null ? "" : string.Join(' ', [.. CommandSynopsis.PathOf(command), word]), Expected(command, word));
        }

        return command.Name == ImportFileCommand.Name
            ? FaultCatalogue.ArgumentInvalid(Misuse(parsed))
            : FaultCatalogue.CommandMisused(Misuse(parsed), CommandSynopsis.Of(command));
    }

    private static string Expected(Command group, string? word)
    {
        var path = CommandSynopsis.PathOf(group);
        if (word is not null && Nearest(group, word) is { } near)
        {
            return $"probably \"{string.Join(' ', [.. path, near])}\".";
        }

        return path.Any()
            ? $"{string.Join(' ', path)} with one of {string.Join(", ", group.Subcommands.Select(command => command.Name))}."
            : "a command, or the address of an engine such as 127.0.0.1:50051.";
    }

    /// <summary>The command that was meant, or null when none is near: those of the lab are often typed without it.</summary>
    private static string? Nearest(Command group, string word)
    {
        var deeper = group.Subcommands.FirstOrDefault(command => command.Subcommands.Any(inner => inner.Name == word));
        return deeper is null ? Suggestion.For(word, group.Subcommands.Select(command => command.Name)) : $"{deeper.Name} {word}";
    }

    /// <summary>What is wrong with an option comes first: words that seem to be too much may be its value.</summary>
    private static string Misuse(ParseResult parsed)
    {
        var error = parsed.Errors.FirstOrDefault(error => error.SymbolResult is OptionResult { Implicit: false }) ?? parsed.Errors[0];
        return error.SymbolResult is CommandResult && parsed.UnmatchedTokens is [{ } unknown, ..] && NearestOption(parsed, unknown) is { } near
            ? $"{error.Message} Did you mean {near}?"
            : error.Message;
    }

    private static string? NearestOption(ParseResult parsed, string word) => word.StartsWith('-')
        ? Suggestion.For(word.Split('=')[0], CommandSynopsis.OptionsOf(parsed.CommandResult.Command).Select(option => option.Name))
        : null;
}
