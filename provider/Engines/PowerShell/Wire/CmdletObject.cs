using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>An object that a cmdlet gave out, with the properties that were asked for. A property that the object has not, or that is null, reads
/// as null; one whose getter failed throws <see cref="UnreadablePropertyException"/>, as does one of another type than is asked for.</summary>
/// <param name="type">The full name of its type, without <c>Deserialized.</c>.</param>
/// <param name="values">What the bridge wrote of it, by property (powershell.md 3).</param>
/// <param name="whole">The object as text.</param>
public sealed class CmdletObject(string type, JObject values, string whole)
{
    public string Type { get; } = type;

    /// <summary>The object as PowerShell makes text of it; the text itself, where the object is one.</summary>
    public string Whole { get; } = whole;

    /// <summary>Whether the object has the property, null or not.</summary>
    public bool Has(string property) => values.ContainsKey(property);

    /// <summary>Text, or anything else as text: the name of an enumeration's value, a URL, an identity.</summary>
    public string? Text(string property) => Find(property) switch
    {
        null => null,
        JObject { } token => TextOf(token) ?? throw Mistyped(property, token),
        JValue { Value: string text } => text,
        JValue { Value: bool flag } => flag ? "True" : "False",
        JValue value => Convert.ToString(value.Value, CultureInfo.InvariantCulture),
        var other => throw Mistyped(property, other),
    };

    /// <summary>The text, or null for one that is empty: an unset property of Exchange.</summary>
    public string? TextOrNothing(string property) => Text(property) is { Length: > 0 } text ? text : null;

    public bool? Flag(string property) => Find(property) switch
    {
        null => null,
        JValue { Value: bool flag } => flag,
        var other => throw Mistyped(property, other),
    };

    public DateTimeOffset? Date(string property) => Find(property) switch
    {
        null => null,
        JObject { } token when token["$date"]?.Value<string>() is { } text => DateOf(text) ?? throw Mistyped(property, token),
        var other => throw Mistyped(property, other),
    };

    public ImmutableArray<byte>? Bytes(string property) => Find(property) switch
    {
        null => null,
        JObject { } token when token["$bytes"]?.Value<string>() is { } text => [.. Convert.FromBase64String(text)],
        var other => throw Mistyped(property, other),
    };

    /// <summary>The items of a list as text; none where there is no list; the one where a list of one arrived as its item.</summary>
    public ImmutableArray<string> Texts(string property) => Find(property) switch
    {
        null => [],
        JArray items => [.. items.Select(item => TextOf(item) ?? throw Mistyped(property, item))],
        var single => [TextOf(single) ?? throw Mistyped(property, single)],
    };

    /// <summary>The object in the property; null where there is none.</summary>
    public CmdletObject? Inner(string property) => Find(property) switch
    {
        null => null,
        JObject { } token when token["$object"] is JObject inner =>
            new CmdletObject(token["$type"]?.Value<string>() ?? "", inner, TextOf(token) ?? ""),
        var other => throw Mistyped(property, other),
    };

    public override string ToString() => Whole;

    private JToken? Find(string property)
    {
        if (!values.TryGetValue(property, StringComparison.Ordinal, out var token) || token is JValue { Value: null })
        {
            return null;
        }

        return token is JObject failed && failed["$unreadable"]?.Value<string>() is { } reason
            ? throw new UnreadablePropertyException(Type, property, reason)
            : token;
    }

    internal static string? TextOf(JToken token) => token switch
    {
        JValue { Value: string text } => text,
        JValue { Value: bool flag } => flag ? "True" : "False",
        JValue { Value: { } value } => Convert.ToString(value, CultureInfo.InvariantCulture),
        JObject holder when holder["$utf16"]?.Value<string>() is { } encoded => WireText.TextOf(Convert.FromBase64String(encoded)),
        JObject holder when holder["$text"] is { } text => TextOf(text),
        JObject holder when holder["$date"]?.Value<string>() is { } date => date,
        _ => null,
    };

    private static DateTimeOffset? DateOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;

    private UnreadablePropertyException Mistyped(string property, JToken found) =>
        new(Type, property, $"it is of another type than expected ({(found is JObject { } token ? token.Properties().FirstOrDefault()?.Name : found.Type.ToString())})");
}
