using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PartnerTrust.ErrorPages;

/// <summary>Turns an element of a doc comment into Markdown: a paragraph, a list item's text and a heading each in one line.</summary>
internal static partial class CommentMarkdown
{
    /// <param name="element">The element; null for one that nobody has written.</param>
    /// <param name="number">The number that it is about.</param>
    /// <exception cref="InvalidDataException">It holds an element that no page can show.</exception>
    public static string Of(XElement? element, string number) => element is null ? "" : string.Join("\n\n", Blocks(element, number));

    public static string OneLine(string text) => Spaces().Replace(text, " ").Trim();

    /// <summary>Prose as Markdown shows it letter by letter, but for numbers of the catalogue, which lead to their pages. What developers are
    /// told in brackets, the section of a document that is not published, is left out.</summary>
    public static string Prose(string text, string number) => Number().Replace(
        Special().Replace(Section().Replace(text, ""), @"\$0"),
        other => other.Value == number ? other.Value : $"[{other.Value}]({other.Value}.md)");

    private static List<string> Blocks(XElement element, string number)
    {
        List<string> blocks = [];
        var line = "";
        foreach (var node in element.Nodes())
        {
            if (node is XElement { Name.LocalName: "para" or "code" or "list" } block)
            {
                EndLine();
                blocks.AddRange(Block(block, number));
            }
            else
            {
                line += Inline(node, number);
            }
        }

        EndLine();
        return blocks;

        void EndLine()
        {
            if (OneLine(line) is { Length: > 0 } text)
            {
                blocks.Add(text);
            }

            line = "";
        }
    }

    private static List<string> Block(XElement block, string number) => block.Name.LocalName switch
    {
        "para" => Blocks(block, number),
        "code" => [Fence(block)],
        _ => [Joined([.. block.Elements().Select((item, index) => Item(item, Marker(block, index), number))])],
    };

    /// <summary>Items with more than a line each are kept apart.</summary>
    private static string Joined(string[] items) => string.Join(items.Any(item => item.Contains('\n', StringComparison.Ordinal)) ? "\n\n" : "\n", items);

    private static string Marker(XElement list, int index) =>
        list.Attribute("type")?.Value == "number" ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}. ") : "- ";

    private static string Item(XElement item, string marker, string number) => item.Name.LocalName == "item"
        ? marker + string.Join("\n\n", Blocks(item.Element("description") ?? item, number))
            .Replace("\n", "\n" + new string(' ', marker.Length), StringComparison.Ordinal)
            .Replace($"\n{new string(' ', marker.Length)}\n", "\n\n", StringComparison.Ordinal)
        : throw Unknown(item, number);

    private static string Fence(XElement code)
    {
        var lines = code.Value.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        // The first line may stand beside the tag, and then says nothing of the others' indentation.
        var margin = lines.Skip(1).Where(line => line.Length > 0).Select(Indentation).DefaultIfEmpty(0).Min();
        var text = string.Join("\n", lines.Select((line, index) => index == 0 ? line.TrimStart() : line[Math.Min(margin, line.Length)..])).Trim('\n');
        return $"```{code.Attribute("lang")?.Value ?? LanguageOf(text)}\n{text}\n```";
    }

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;

    private static string LanguageOf(string code) => Cmdlet().IsMatch(code) ? "powershell" : Program().IsMatch(code) ? "sh" : "text";

    private static string Inline(XNode node, string number) => node switch
    {
        XText text => Prose(text.Value, number),
        XElement { Name.LocalName: "c" } code => Code(code.Value),
        XElement { Name.LocalName: "paramref" or "see" } named
            when (named.Attribute("name") ?? named.Attribute("langword") ?? named.Attribute("cref")) is { } name => Code(name.Value.Split('.')[^1]),
        XElement { Name.LocalName: "see" } link when link.Attribute("href") is { } address =>
            $"[{(link.Value.Length > 0 ? Prose(link.Value, number) : address.Value)}]({address.Value})",
        XElement unknown => throw Unknown(unknown, number),
        _ => "",
    };

    private static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? $"`` {OneLine(text)} ``" : $"`{OneLine(text)}`";

    private static InvalidDataException Unknown(XElement element, string number) =>
        new($"{number}: no page can show the element <{element.Name.LocalName}> there.");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*\((see )?domain\.md [^)]*\)")]
    private static partial Regex Section();

    [GeneratedRegex(@"[\\`*<>\[\]]|(?<!\w)_|_(?!\w)")]
    private static partial Regex Special();

    [GeneratedRegex(@"\bPT[0-9]{4}\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(\$\w|&|[A-Z][a-z]+-[A-Z]\w+)", RegexOptions.Multiline)]
    private static partial Regex Cmdlet();

    [GeneratedRegex(@"^(pulumi|make|dotnet|bin/|curl|ssh|openssl|iisreset|w32tm)\b")]
    private static partial Regex Program();
}
