using System.Text.Json;
using System.Text.Unicode;

namespace PartnerTrust.Trust.Tokens;

/// <summary>Reads one segment strictly: UTF-8, one object, no name twice, no comment, no trailing text. Two readers that disagree about a
/// lenient token are how a forged one slips through.</summary>
internal static class TokenClaimsReader
{
    public static TokenClaims? Read(ReadOnlySpan<byte> json, int depth, out string problem)
    {
        problem = "";
        if (!Utf8.IsValid(json))
        {
            problem = "not UTF-8";
            return null;
        }

        try
        {
            return ReadObject(json, depth, out problem);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            problem = "malformed or too deep";
            return null;
        }
    }

    private static TokenClaims? ReadObject(ReadOnlySpan<byte> json, int depth, out string problem)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depth, CommentHandling = JsonCommentHandling.Disallow });
        var members = new Dictionary<string, ClaimValue>(12, StringComparer.Ordinal);
        problem = "not an object";
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (!members.TryAdd(name, ReadValue(ref reader)))
            {
                problem = "a name occurs twice";
                return null;
            }
        }

        // A further token after the closing brace throws.
        reader.Read();
        problem = "";
        return new TokenClaims(members);
    }

    private static ClaimValue ReadValue(ref Utf8JsonReader reader)
    {
        var kind = reader.TokenType;
        switch (kind)
        {
            case JsonTokenType.String:
                return new ClaimValue(kind, reader.GetString()!);
            case JsonTokenType.Number:
                return new ClaimValue(kind, System.Text.Encoding.ASCII.GetString(reader.ValueSpan));
            default:
                reader.Skip();
                return new ClaimValue(kind, "");
        }
    }
}
