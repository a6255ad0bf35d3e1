using System.Globalization;
using System.Text.Json;

namespace PartnerTrust.Trust.Tokens;

/// <summary>The members of a header or of claims, each name once.</summary>
internal sealed class TokenClaims(Dictionary<string, ClaimValue> members)
{
    /// <summary>9999-12-31T23:59:59Z; nothing later can be a time.</summary>
    private const long LastSecond = 253402300799;

    public bool Has(string name) => members.ContainsKey(name);

    public ClaimValue this[string name] => members.GetValueOrDefault(name);

    /// <summary>The value when it is a string that is not empty.</summary>
    public string? Text(string name) =>
        members.TryGetValue(name, out var value) && value is { IsString: true, Text.Length: > 0 } ? value.Text : null;

    /// <summary>A time in whole Unix seconds: the products write it as a string, others as a number (domain.md 5.2).</summary>
    public DateTimeOffset? Time(string name) =>
        members.TryGetValue(name, out var value)
        && value.Kind is JsonTokenType.String or JsonTokenType.Number
        && long.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
