using System.Collections.Immutable;
using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary><c>explain WORDS</c>: what a number means, or what servers say, and what to do, from the pages that are built in. The exit code is 0
/// where something was found and 2 where not.</summary>
internal static class ExplainCommand
{
    public const string Name = "explain";

    private const string StandardInput = "-";
    private const int LongestText = 1_000_000;
    private const int WidestText = 100;
    private const int NarrowestText = 40;

    private const string WhatIsKnown =
        "a number such as PT5025; or what a server says: a code such as 2000003, error_category=\"invalid_resource\", \"event 1003\", or the text of an error";

    public static Command Of(CommandSurroundings around)
    {
        var words = new Argument<string[]>("WORDS")
        {
            Description = "Numbers, codes, events or the text of an error; \"-\" reads the text from standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new JsonOption();
        var command = new ExampledCommand(
            Name,
            "Tell what a message means, how it comes about and what to do, without a network",
            ("explain PT5025", "By its number"),
            ("explain 2000003", "By a code of x-ms-diagnostics"),
            ("explain 'error_category=\"invalid_signature\"'", "By a category"),
            ("explain event 1003", "By an event"),
            ("explain \"The token has an invalid signature.\"", "By what a server says"),
            ("explain - < pulumi.log", "By a text in a file"))
        {
            words, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await ReadAsync(parsed.GetValue(words) ?? [], around, cancellationToken) is not { } text)
            {
                await around.Messages.WriteLineAsync(FaultCatalogue.CommandMisused(
                    $"The text is longer than {LongestText} characters.", "the part of it that tells of the error").Text);
                return ExitCodes.Misused;
            }

            var answer = new ExplanationIndex(ExplanationPages.ReadAll()).Ask(new AskedText(text));
            await TellAsync(answer, parsed.GetValue(json), around);
            return answer.SaysSomething && answer.Unknown.IsEmpty ? ExitCodes.Well : ExitCodes.Misused;
        });
        return command;
    }

    private static async Task TellAsync(Answer answer, bool asJson, CommandSurroundings around)
    {
        if (asJson)
        {
            await around.Output.WriteLineAsync(AnswerJson.Of(answer));
        }
        else if (answer.SaysSomething)
        {
            var width = Math.Clamp(around.Columns() ?? WidestText, NarrowestText, WidestText);
            await around.Output.WriteAsync(new AnswerText(width).Of(answer));
        }

        foreach (var fault in Misses(answer))
        {
            await around.Messages.WriteLineAsync(fault.Text);
        }
    }

    private static ImmutableArray<Fault> Misses(Answer answer) => answer switch
    {
        { Unknown.Length: > 0 } => [.. answer.Unknown.Select(unknown => FaultCatalogue.CommandMisused(
            $"There is no message {unknown.Number}.", $"an existing number; the nearest are {string.Join(", ", unknown.Nearest)}"))],
        { SaysSomething: false } => [FaultCatalogue.CommandMisused("Nothing in the text is known here.", WhatIsKnown)],
        _ => [],
    };

    /// <summary>The text that is asked by; null where it is too long to be looked through.</summary>
    private static async Task<string?> ReadAsync(string[] words, CommandSurroundings around, CancellationToken cancellationToken)
    {
        if (words is not [StandardInput])
        {
            return string.Join(' ', words);
        }

        using var input = around.Input();
        var text = new char[LongestText + 1];
        var length = await input.ReadBlockAsync(text, cancellationToken);
        return length > LongestText ? null : new string(text, 0, length);
    }
}
