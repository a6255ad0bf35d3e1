using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PartnerTrust.Protocol.Properties;

/// <summary>The text form of a path: names are joined by dots; what would not read back as a name is quoted in brackets.</summary>
internal static class PropertyPathText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(".[]\"\\*");

    public static string Format(ImmutableArray<PathSegment> segments)
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
        {
            _ = segment switch
            {
                PathSegment.Key { Name: var name } when IsPlain(name) => text.Append(text.Length == 0 ? "" : ".").Append(name),
                PathSegment.Key { Name: var name } => text.Append("[\"").Append(Escape(name)).Append("\"]"),
                PathSegment.Index { Position: var position } => text.Append(CultureInfo.InvariantCulture, $"[{position}]"),
                _ => text.Append("[*]"),
            };
        }

        return text.ToString();
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out PropertyPath? path)
    {
        var segments = ImmutableArray.CreateBuilder<PathSegment>();
        var rest = text.AsSpan();
        path = null;
        while (rest.Length > 0)
        {
            var first = rest.Length == text.Length;
            if (ReadSegment(ref rest, first) is not { } segment)
            {
                return false;
            }

            segments.Add(segment);
        }

        path = new PropertyPath(segments.ToImmutable());
        return true;
    }

    private static PathSegment? ReadSegment(ref ReadOnlySpan<char> rest, bool first)
    {
        if (rest.StartsWith("[\""))
        {
            return ReadQuoted(ref rest);
        }

        if (rest[0] == '[')
        {
            return ReadBracket(ref rest);
        }

        if (!first && rest[0] != '.')
        {
            return null;
        }

        if (!first)
        {
            rest = rest[1..];
        }

        return ReadName(ref rest);
    }

    private static PathSegment? ReadName(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('.', '[');
        var name = end < 0 ? rest : rest[..end];
        rest = rest[name.Length..];
        return name.Length == 0 ? null : KeyOrAny(name.ToString());
    }

    private static PathSegment? ReadBracket(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(']');
        if (end < 0)
        {
            return null;
        }

        var inner = rest[1..end];
        rest = rest[(end + 1)..];
        if (inner is "*")
        {
            return new PathSegment.Any();
        }

        return int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? new PathSegment.Index(position) : null;
    }

    private static PathSegment? ReadQuoted(ref ReadOnlySpan<char> rest)
    {
        var name = new StringBuilder();
        for (var i = 2; i < rest.Length; i++)
        {
            if (rest[i] == '"')
            {
                if (i + 1 >= rest.Length || rest[i + 1] != ']')
                {
                    return null;
                }

                rest = rest[(i + 2)..];
                return KeyOrAny(name.ToString());
            }

            if (rest[i] == '\\' && i + 1 < rest.Length)
            {
                i++;
            }

            name.Append(rest[i]);
        }

        return null;
    }

    private static PathSegment KeyOrAny(string name) => name == "*" ? new PathSegment.Any() : new PathSegment.Key(name);

    private static bool IsPlain(string name) => name.Length > 0 && !name.AsSpan().ContainsAny(Special);

    private static string Escape(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
