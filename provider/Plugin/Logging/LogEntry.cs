using System.Globalization;
using System.Text;

namespace PartnerTrust.Plugin.Logging;

/// <summary>What is logged at once, as text: the message is one line, the exception as many as it has, each of which is seen to go on from the
/// line before. Nothing in them can begin a line, move a terminal's cursor or turn the order of letters round.</summary>
/// <param name="Message">May come from anybody who sends requests.</param>
/// <param name="Exception">Type, message and stack; null when there is none.</param>
internal sealed record LogEntry(string Message, string? Exception)
{
    private const string Continuation = "\n    | ";

    public override string ToString() => Exception is null
        ? OneLine(Message)
        : OneLine(Message) + string.Concat(Exception.ReplaceLineEndings("\n").Split('\n').Select(line => Continuation + OneLine(line)));

    /// <summary>The text with everything that is not shown as a character written as its number, <c>\u000a</c> for a line feed.</summary>
    public static string OneLine(string text)
    {
        if (!text.Any(IsUnseen))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = IsUnseen(c) ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : line.Append(c);
        }

        return line.ToString();
    }

    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
