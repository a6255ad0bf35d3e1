using System.Text;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>Lines with indentation; blocks in braces.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public static CodeWriter File(params ReadOnlySpan<string> usings)
    {
        var writer = new CodeWriter().Lines(GeneratedFiles.Header).Line();
        foreach (var name in usings)
        {
            writer.Line($"using {name};");
        }

        return usings.Length == 0 ? writer : writer.Line();
    }

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', depth * 4).Append(line);
        }

        text.Append('\n');
        return this;
    }

    public CodeWriter Lines(string lines)
    {
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n'))
        {
            Line(line);
        }

        return this;
    }

    public CodeWriter Block(string head, Action<CodeWriter> body)
    {
        Line(head).Line("{");
        depth++;
        body(this);
        depth--;
        return Line("}");
    }

    /// <summary>A description as XML documentation, and the mark of what is deprecated.</summary>
    public CodeWriter Documented(string description, string? deprecation = null)
    {
        var lines = DocComment.Lines(description);
        if (lines.Count > 0)
        {
            Line("/// <summary>");
            foreach (var line in lines)
            {
                Line($"/// {line}".TrimEnd());
            }

            Line("/// </summary>");
        }

        return deprecation is null ? this : Line($"[Obsolete(@\"{deprecation.Replace("\"", "\"\"", StringComparison.Ordinal)}\")]");
    }

    public override string ToString() => text.ToString();
}
