using System.Text.RegularExpressions;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>What a README tells its reader to type, and what it promises to be answered.</summary>
internal sealed partial class Readme(string path)
{
    private const string Ellipsis = "…";

    private readonly string text = File.ReadAllText(path);

    /// <summary>All <c>sh</c> blocks, one after the other.</summary>
    public string Script => string.Join('\n', Blocks("sh"));

    /// <summary>The lines of the <c>text</c> blocks, cut where they leave something out.</summary>
    public IEnumerable<string> Promises => Blocks("text")
        .SelectMany(block => block.Split('\n'))
        .SelectMany(line => line.Split(Ellipsis))
        .Select(part => part.Trim())
        .Where(part => part.Length > 0);

    private IEnumerable<string> Blocks(string language) =>
        Block().Matches(text).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["lines"].Value);

    [GeneratedRegex("^ *```(?<language>[a-z]+)\n(?<lines>.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
