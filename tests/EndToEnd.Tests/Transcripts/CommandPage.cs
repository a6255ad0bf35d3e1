using System.Text.RegularExpressions;

namespace PartnerTrust.EndToEnd.Tests.Transcripts;

/// <summary>A page about a command, as its reader works through it.</summary>
public sealed partial class CommandPage
{
    private readonly string text;

    private CommandPage(string file) => (Name, text) = (Path.GetFileName(file), File.ReadAllText(file).ReplaceLineEndings("\n"));

    public static IReadOnlyList<CommandPage> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "commands"), "*.md").Order(StringComparer.Ordinal)
            .Select(file => new CommandPage(file)).Where(page => page.Steps.Count > 0),
    ];

    public string Name { get; }

    /// <summary>Whether it types to real servers as well.</summary>
    public bool AsksRealServers => Steps.Any(step => step.Sh.Contains("--stack prod", StringComparison.Ordinal));

    internal IReadOnlyList<PageStep> Steps
    {
        get
        {
            var steps = new List<PageStep>();
            foreach (Match block in Block().Matches(text))
            {
                var lines = block.Groups["lines"].Value;
                switch (block.Groups["language"].Value)
                {
                    case "sh":
                        steps.Add(new PageStep(lines, null, null));
                        break;
                    case "powershell":
                        steps[^1] = steps[^1] with { PowerShell = lines };
                        break;
                    case "text":
                        steps[^1] = steps[^1] with { Answer = lines };
                        break;
                }
            }

            return steps;
        }
    }

    public override string ToString() => Name;

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
