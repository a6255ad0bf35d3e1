using System.Text.RegularExpressions;

namespace PartnerTrust.Architecture.Tests;

/// <summary>The lines of a source file without the texts in them.</summary>
internal static partial class CodeLines
{
    private const string Raw = "\"\"\"";

    public static IEnumerable<(int Number, string Code)> Of(string file)
    {
        var isInText = false;
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            var marks = line.Split(Raw).Length - 1;
            if (marks == 0 && !isInText)
            {
                yield return (index + 1, Text().Replace(line, "\"\""));
            }

            isInText ^= marks % 2 == 1;
        }
    }

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""")]
    private static partial Regex Text();
}
