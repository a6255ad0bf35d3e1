using System.CommandLine;
using System.CommandLine.Parsing;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>What all options with a value are held to.</summary>
internal static class OptionValues
{
    /// <summary>Refuses an option without a value, or with an empty one. What begins with "--" is never the value, but the next option: the
    /// value was forgotten.</summary>
    public static T NeedsValue<T>(this T option)
        where T : Option
    {
        // An option that must have a value would take whatever follows.
        option.Arity = ArgumentArity.ZeroOrOne;
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0
                || result.Tokens.Any(token => token.Value.Length == 0 || token.Value.StartsWith("--", StringComparison.Ordinal)))
            {
                result.AddError($"Required argument missing for option: '{option.Name}'.");
            }
        });
        return option;
    }

    /// <summary>Takes a value as <paramref name="read"/> reads it, and refuses one that means nothing.</summary>
    /// <param name="read">Null for what means nothing.</param>
    /// <param name="mistake">What is wrong with such a text.</param>
    public static Func<ArgumentResult, T?> Parser<T>(Func<string, T?> read, Func<string, string> mistake)
        where T : struct => argument =>
    {
        var text = argument.Tokens[^1].Value;
        if (read(text) is { } value)
        {
            return value;
        }

        argument.AddError(mistake(text));
        return null;
    };
}
