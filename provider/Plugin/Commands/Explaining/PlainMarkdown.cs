using System.Text.RegularExpressions;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>The Markdown of a page as plain lines for a terminal: paragraphs and list items wrapped, commands indented and whole.</summary>
/// <param name="width">How many columns a line may have.</param>
internal sealed partial class PlainMarkdown(int width)
{
    private const string Fence = "```";
    private const string CodeIndent = "    ";

    // Stands for a blank within code, at which no line is broken.
    private const char Unbroken = '\u0001';

    /// <param name="markdown">A text as <c>make docs</c> writes it.</param>
    /// <param name="indent">What each line begins with.</param>
    public IEnumerable<string> Lines(string markdown, string indent)
    {
        var isCode = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (line.Length == 0)
            {
                yield return "";
            }
            else if (isCode)
            {
                yield return indent + CodeIndent + line;
            }
            else
            {
                foreach (var wrapped in Wrapped(line, indent))
                {
                    yield return wrapped;
                }
            }
        }
    }

    private IEnumerable<string> Wrapped(string line, string indent)
    {
        var marker = Marker().Match(line).Value;
        var current = indent + marker;
        var isEmpty = true;
        foreach (var word in Plain(line[marker.Length..]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && current.Length + 1 + word.Length > width)
            {
                yield return current.Replace(Unbroken, ' ');
                current = indent + new string(' ', marker.Length);
                isEmpty = true;
            }

            current += isEmpty ? word : $" {word}";
            isEmpty = false;
        }

        yield return current.Replace(Unbroken, ' ');
    }

    /// <summary>Links are told by their text, and what was escaped is as it was meant. Code keeps its quotes, so that its end is
    /// seen.</summary>
    private static string Plain(string text) => Inline().Replace(text, match =>
        match.Groups["code"] is { Success: true } code ? code.Value.Replace(' ', Unbroken)
        : match.Groups["escaped"] is { Success: true } escaped ? escaped.Value
        : match.Groups["text"].Value);

    [GeneratedRegex("^ *(?:- |[0-9]+\\. )?")]
    private static partial Regex Marker();

    [GeneratedRegex(@"(?<code>``.+?``|`[^`]*`)|\\(?<escaped>[\\`*_<>\[\]])|(?<!\\)\[(?<text>[^\]]*)\]\([^)\s]*\)")]
    private static partial Regex Inline();
}
