using System.Collections.Immutable;
using System.Text;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>Reads <c>text ${name.path} text</c>; <c>$${</c> stands for <c>${</c> itself.</summary>
internal static class InterpolationParser
{
    public static Expression Parse(string text, string path)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (StartsWith(text, at, "$${"))
            {
                literal.Append("${");
                at += 3;
            }
            else if (StartsWith(text, at, "${"))
            {
                var end = text.IndexOf('}', at);
                if (end < 0)
                {
                    throw new DeploymentException($"{path}: '{text}' lacks the closing brace of its reference");
                }

                Flush(literal, parts);
                parts.Add(ParseReference(text[(at + 2)..end], path));
                at = end + 1;
            }
            else
            {
                literal.Append(text[at++]);
            }
        }

        if (parts.Count == 1 && literal.Length == 0)
        {
            return parts[0];
        }

        if (parts.Count == 0)
        {
            return new Expression.Literal(literal.ToString());
        }

        Flush(literal, parts);
        return new Expression.Interpolation(parts.ToImmutable());
    }

    private static bool StartsWith(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static void Flush(StringBuilder literal, ImmutableArray<Expression>.Builder parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(new Expression.Literal(literal.ToString()));
        }

        literal.Clear();
    }

    private static Expression.Reference ParseReference(string text, string path) =>
        PropertyPath.TryParse(text.Trim(), out var parsed) && parsed.Segments is [PathSegment.Key first, .. var rest]
            && !rest.OfType<PathSegment.Any>().Any()
            ? new Expression.Reference(first.Name, new PropertyPath([.. rest]))
            : throw new DeploymentException($"{path}: '${{{text}}}' is no reference such as ${{name.property[0]}}");
}
