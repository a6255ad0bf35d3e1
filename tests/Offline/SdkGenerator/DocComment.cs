using System.Text.RegularExpressions;

namespace PartnerTrust.SdkGenerator;

/// <summary>A schema's description as C# documentation: of the examples only the C# ones, markers and XML characters taken care of
/// (pulumi-protocol.md 6.4).</summary>
public static partial class DocComment
{
    private static readonly HashSet<string> OtherLanguages =
        new(["typescript", "javascript", "python", "go", "java", "yaml"], StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> Lines(string description)
    {
        var kept = WithoutOtherLanguages(description.ReplaceLineEndings("\n").Split('\n'))
            .Where(line => !Marker().IsMatch(line))
            .Select(line => Escape(Reference().Replace(line, match => $"`{match.Groups["name"].Value}`")));
        return Collapse(kept);
    }

    private static IEnumerable<string> WithoutOtherLanguages(IEnumerable<string> lines)
    {
        string? fence = null;
        foreach (var line in lines)
        {
            var trimmed = line.TrimStart();
            if (fence is null && trimmed.StartsWith("```", StringComparison.Ordinal))
            {
                fence = trimmed[3..].Trim();
            }
            else if (fence is not null && trimmed.TrimEnd() == "```")
            {
                if (!OtherLanguages.Contains(fence))
                {
                    yield return line;
                }

                fence = null;
                continue;
            }

            if (fence is null || !OtherLanguages.Contains(fence))
            {
                yield return line;
            }
        }
    }

    /// <summary>Never two empty lines in a row, none at the ends.</summary>
    private static List<string> Collapse(IEnumerable<string> lines)
    {
        var result = new List<string>();
        foreach (var line in lines)
        {
            if (line.Length > 0 || (result.Count > 0 && result[^1].Length > 0))
            {
                result.Add(line);
            }
        }

        if (result.Count > 0 && result[^1].Length == 0)
        {
            result.RemoveAt(result.Count - 1);
        }

        return result;
    }

    private static string Escape(string line) => line.TrimEnd()
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(\{\{%\s*/?examples?\s*%\}\}|<!--(Start|End) PulumiCodeChooser -->)\s*$")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\{\{%\s*ref\s+#/\S*?(?<name>[A-Za-z0-9]+)\s*%\}\}")]
    private static partial Regex Reference();
}
