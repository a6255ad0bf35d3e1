using System.Collections.Immutable;

namespace PartnerTrust.Engines.PowerShell.Options;

/// <summary>A command line that goes through ssh, as OpenSSH reads it: options, the host, more options, and the command on the far side.</summary>
/// <param name="Terminals">The words that ask for a terminal.</param>
/// <param name="Remote">The words of the command on the far side; one item may hold several.</param>
internal sealed record SshCommandLine(ImmutableArray<CommandWord> Terminals, ImmutableArray<CommandWord> Remote)
{
    private const string WithValue = "BbcDEeFIiJLlmOoPpQRSWw";

    /// <summary>Null where ssh is not what leads to the shell.</summary>
    public static SshCommandLine? Find(ImmutableArray<string> commandLine)
    {
        var words = commandLine.Index().Select(item => new CommandWord(item.Index, item.Item)).ToImmutableArray();
        var leading = words.FirstOrDefault(word => word.IsPowerShell || word.Program == "ssh");
        return leading.Text is null || leading.IsPowerShell ? null : Read(words[(leading.Index + 1)..]);
    }

    private static SshCommandLine Read(ImmutableArray<CommandWord> words)
    {
        var terminals = ImmutableArray.CreateBuilder<CommandWord>();
        var host = SkipOptions(words, 0, terminals);
        var command = SkipOptions(words, Math.Min(host + 1, words.Length), terminals);
        return new SshCommandLine(terminals.ToImmutable(), [.. words[command..].SelectMany(Split)]);
    }

    private static int SkipOptions(ImmutableArray<CommandWord> words, int at, ImmutableArray<CommandWord>.Builder terminals)
    {
        while (at < words.Length && words[at].Text is { Length: > 1 } text && text[0] == '-' && text != "--")
        {
            at += ReadOption(words, at, terminals) ? 2 : 1;
        }

        return at < words.Length && words[at].Text == "--" ? at + 1 : Math.Min(at, words.Length);
    }

    /// <summary>Several letters may stand together; one that has a value takes the rest, or the next word.</summary>
    /// <returns>Whether it took the next word.</returns>
    private static bool ReadOption(ImmutableArray<CommandWord> words, int at, ImmutableArray<CommandWord>.Builder terminals)
    {
        var text = words[at].Text;
        for (var letter = 1; letter < text.Length; letter++)
        {
            if (text[letter] == 't')
            {
                terminals.Add(words[at]);
                return false;
            }

            if (WithValue.Contains(text[letter], StringComparison.Ordinal))
            {
                var takesNext = letter == text.Length - 1;
                var value = !takesNext ? new CommandWord(words[at].Index, text[(letter + 1)..]) : at + 1 < words.Length ? words[at + 1] : default;
                if (text[letter] == 'o' && value.Text is not null && AsksForTerminal(value.Text))
                {
                    terminals.Add(value);
                }

                return takesNext;
            }
        }

        return false;
    }

    private static bool AsksForTerminal(string option) =>
        option.Split(['=', ' ', '\t'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var name, var value]
        && name.Equals("RequestTTY", StringComparison.OrdinalIgnoreCase)
        && value.TrimStart('=', ' ').ToLowerInvariant() is "yes" or "force";

    private static IEnumerable<CommandWord> Split(CommandWord word) =>
        word.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(part => word with { Text = part });
}
