using System.Text.RegularExpressions;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>What a README tells its reader to type, and what it promises to be answered.</summary>
internal sealed partial class Readme(string path)
{
    private readonly string text = File.ReadAllText(path);

    /// <summary>All <c>sh</c> blocks, one after the other.</summary>
    public string Script => string.Join('\n', Blocks("sh"));

    /// <summary>The lines of the <c>text</c> blocks; "…" stands for what they leave out.</summary>
    public IReadOnlyList<string> Promises =>
        [.. Blocks("text").SelectMany(block => block.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>The first promise that the answer does not keep, line by line and in their order; null when it keeps all.</summary>
    public string? FirstBroken(string answer)
    {
        var lines = new Queue<string>(answer.Split('\n').Select(line => line.Trim()));
        return Promises.FirstOrDefault(promise =>
        {
            var form = new Regex($"^{Regex.Escape(promise).Replace("…", ".*", StringComparison.Ordinal)}$");
            while (lines.TryDequeue(out var line))
            {
                if (form.IsMatch(line))
                {
                    return false;
                }
            }

            return true;
        });
    }

    private IEnumerable<string> Blocks(string language) =>
        Block().Matches(text).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["lines"].Value);

    [GeneratedRegex("^ *```(?<language>[a-z]+)\n(?<lines>.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
