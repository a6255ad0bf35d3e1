using System.Text.Json;

namespace PartnerTrust.Trust.Tokens;

/// <summary>One value of a header or of claims. Lists and objects keep their kind only: no rule reads inside them.</summary>
internal readonly record struct ClaimValue(JsonTokenType Kind, string Text)
{
    public bool IsString => Kind == JsonTokenType.String;

    /// <summary>For messages: what stands there, without its content.</summary>
    public string Described => Kind switch
    {
        JsonTokenType.None => "missing",
        JsonTokenType.String => Text.Length == 0 ? "empty" : "a string that does not fit",
        JsonTokenType.Number => "a number that does not fit",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };
}
