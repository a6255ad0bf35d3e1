using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>Objects as the bridge writes them.</summary>
internal static class Give
{
    public static CmdletObject Object(params (string Name, object? Value)[] properties) =>
        new("Some.Type", new JObject(properties.Select(property => new JProperty(property.Name, Token(property.Value)))), "");

    public static CmdletObject Text(string text) => new("System.String", [], text);

    /// <summary>A property whose getter fails.</summary>
    public static object Unreadable => new JObject(new JProperty("$unreadable", "The server is not operational."));

    /// <summary>An object in a property, for example an <c>ADObjectId</c>.</summary>
    public static object Inner(string text, params (string Name, object? Value)[] properties) => new JObject(
        new JProperty("$type", "Some.Type"),
        new JProperty("$text", text),
        new JProperty("$object", new JObject(properties.Select(property => new JProperty(property.Name, Token(property.Value))))));

    private static JToken Token(object? value) => value switch
    {
        null => JValue.CreateNull(),
        JToken token => token,
        DateTimeOffset date => new JObject(new JProperty("$date", date.UtcDateTime.ToString("O"))),
        ImmutableArray<byte> bytes => new JObject(new JProperty("$bytes", Convert.ToBase64String(bytes.AsSpan()))),
        Uri url => new JObject(new JProperty("$type", "System.Uri"), new JProperty("$text", url.OriginalString), new JProperty("$object", new JObject())),
        IEnumerable<string> texts => new JArray(texts),
        _ => JToken.FromObject(value),
    };
}
