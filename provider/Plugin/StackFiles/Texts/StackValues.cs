using System.Text.Json;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.StackFiles.Texts;

/// <summary>Property values as Pulumi's files hold them (pulumi-protocol.md 3 and 7.4). What is encrypted, and what is of a kind that no property of
/// this package has, is unknown: nothing in a file is refused for its value.</summary>
internal static class StackValues
{
    private const string Plaintext = "plaintext";
    private const string Blinded = "[secret]";

    /// <summary>The object of that name; an empty one where there is none.</summary>
    public static PropertyMap ReadMap(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && Read(value) is PropertyMap map ? map : PropertyMap.Empty;

    /// <exception cref="InvalidOperationException">A text in it is none, for half of a character is missing.</exception>
    public static PropertyValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty(PropertySignatures.Key, out var signature) => ReadSpecial(element, signature),
        JsonValueKind.Object => PropertyMap.Of(
            element.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, Read(property.Value)))),
        JsonValueKind.Array => ListValue.Of(element.EnumerateArray().Select(Read)),
        JsonValueKind.String => ReadText(element.GetString()!),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        _ => PropertyValue.Null,
    };

    /// <summary>A preview shows each secret as the same words: they stand for what is not known.</summary>
    public static PropertyMap Unblinded(PropertyMap values) => values.MapValues(Unblinded);

    private static PropertyValue Unblinded(PropertyValue value) => value switch
    {
        TextValue { Value: Blinded } => new SecretValue(UnknownValue.Text),
        ListValue list => ListValue.Of(list.Items.Select(Unblinded)),
        PropertyMap map => Unblinded(map),
        _ => value,
    };

    private static PropertyValue ReadText(string text) =>
        PropertySignatures.UnknownKindOf(text) is { } kind ? new UnknownValue(kind) : new TextValue(text);

    private static PropertyValue ReadSpecial(JsonElement element, JsonElement signature) =>
        !signature.ValueEquals(PropertySignatures.Secret) ? UnknownValue.Text
        : element.TryGetProperty(Plaintext, out var text) && text.ValueKind == JsonValueKind.String ? new SecretValue(ReadPlain(text.GetString()!))
        : element.TryGetProperty("value", out var value) ? new SecretValue(Read(value))
        : new SecretValue(UnknownValue.Text);

    /// <summary>The text of a secret is JSON itself.</summary>
    private static PropertyValue ReadPlain(string json)
    {
        try
        {
            using var secret = JsonDocument.Parse(json);
            return Read(secret.RootElement);
        }
        catch (JsonException)
        {
            return UnknownValue.Text;
        }
    }
}
